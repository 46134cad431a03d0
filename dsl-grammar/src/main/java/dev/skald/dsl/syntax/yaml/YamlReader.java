package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a file's text into located nodes. Where YAML stops at a value that only wants quotes, the value is reported, a
 * word is put in its place, and the file is read again, so that the next mistake is found as well.
 */
final class YamlReader {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final SourceText source;
    private final Repairs repairs;
    private final Diagnostics diagnostics;

    YamlReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.repairs = new Repairs(source);
        this.diagnostics = diagnostics;
    }

    /** Reads the file's one document. */
    Document read() {
        OptionalInt forbidden = IntStream.range(0, source.length())
                .filter(index -> !StreamReader.isPrintable(source.at(index)))
                .findFirst();
        if (forbidden.isPresent()) {
            diagnostics.report(YamlProblem.character(source, forbidden.getAsInt()));
            return Document.UNREADABLE;
        }
        Optional<Document> document = readOnce();
        while (document.isEmpty()) {
            document = readOnce();
        }
        UnquotedValue.report(repairs.values(), source, diagnostics);
        return document.get();
    }

    /** Empty where a value has been repaired and another reading is due. */
    private Optional<Document> readOnce() {
        Diagnostics found = new Diagnostics();
        ScalarBuilder scalars = new ScalarBuilder(source, repairs, found);
        Document document = Document.UNREADABLE;
        try {
            document = new Document(new NodeBuilder(events(), source, scalars, found).document(), true);
        } catch (NestingException e) {
            found.report(Mistakes.nesting("lists and mappings", source.location(e.index(), e.index() + 1)));
        } catch (MarkedYamlEngineException e) {
            if (repair(e, scalars.lastStart())) {
                return Optional.empty();
            }
            found.report(YamlProblem.explain(e, source, scalars.lastStart()));
        } catch (YamlEngineException | NumberFormatException e) {
            // A version that is not YAML's, and an escape such as "\UFFFFFFFF", come without a place.
            found.report(YamlProblem.withoutPlace(source, scalars.lastStart()));
        }
        diagnostics.reportAll(found.sorted());
        return Optional.of(document);
    }

    private boolean repair(MarkedYamlEngineException problem, int lastStart) {
        return problem.getProblemMark()
                .map(Mark::getIndex)
                .flatMap(stop -> new UnquotedValueFinder(source).before(lastStart, stop))
                .map(repairs::add)
                .orElse(false);
    }

    private Iterator<Event> events() {
        return new Parse(SETTINGS).parseString(repairs.text()).iterator();
    }

    /**
     * What a reading gives.
     *
     * @param root the file's content; empty where there is none
     * @param readable whether it could be read to its end
     */
    record Document(Optional<YamlNode> root, boolean readable) {
        static final Document UNREADABLE = new Document(Optional.empty(), false);
    }
}
