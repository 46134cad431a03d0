package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a file's text into located nodes. Where YAML stops at a value that only wants quotes, the value is reported, a
 * word of the same length is put in its place, and the file is read again, so that the next mistake is found as well.
 */
final class YamlReader {

    private static final int MOST_REPAIRS = 25;

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final TreeMap<Integer, UnquotedValue> repaired = new TreeMap<>();

    YamlReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The file's one document; empty where there is none, or where it is no YAML. */
    Document read() {
        Optional<Diagnostic> character = forbiddenCharacter();
        if (character.isPresent()) {
            diagnostics.report(character.get());
            return Document.UNREADABLE;
        }
        Optional<Document> document = readOnce();
        while (document.isEmpty()) {
            document = readOnce();
        }
        List<UnquotedValue> unquoted = List.copyOf(repaired.values());
        unquoted.forEach(value -> diagnostics.report(value.diagnostic(source, unquoted)));
        return document.get();
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

    /** Empty where a value has been repaired and another reading is due. */
    private Optional<Document> readOnce() {
        Diagnostics found = new Diagnostics();
        ScalarBuilder scalars = new ScalarBuilder(source, repaired, found);
        Document document;
        try {
            document = new Document(new NodeBuilder(events(), source, scalars, found).document(), true);
        } catch (NestingException e) {
            found.report(Mistakes.nesting(source.location(e.index(), e.index() + 1)));
            document = Document.UNREADABLE;
        } catch (MarkedYamlEngineException e) {
            if (repair(e, scalars.lastStart())) {
                return Optional.empty();
            }
            found.report(new YamlProblem(source, scalars.lastStart()).diagnostic(e));
            document = Document.UNREADABLE;
        } catch (YamlEngineException | NumberFormatException e) {
            // A version that is not YAML's, and an escape such as "\UFFFFFFFF", come without a place.
            found.report(new YamlProblem(source, scalars.lastStart()).diagnosticWithoutPlace());
            document = Document.UNREADABLE;
        }
        diagnostics.reportAll(found.sorted());
        return Optional.of(document);
    }

    private boolean repair(MarkedYamlEngineException problem, int lastStart) {
        if (repaired.size() == MOST_REPAIRS || problem.getProblemMark().isEmpty()) {
            return false;
        }
        int stop = problem.getProblemMark().get().getIndex();
        Optional<UnquotedValue> value = new UnquotedValueFinder(source).before(lastStart, stop);
        value.ifPresent(found -> repaired.putIfAbsent(found.start(), found));
        return value.isPresent();
    }

    private Iterator<Event> events() {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (UnquotedValue value : repaired.values()) {
            text.append(source.text(copied, value.start())).append("x".repeat(value.end() - value.start()));
            copied = value.end();
        }
        text.append(source.text(copied, source.length()));
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        return new Parse(settings).parseString(text.toString()).iterator();
    }

    private Optional<Diagnostic> forbiddenCharacter() {
        for (int index = 0; index < source.length(); index++) {
            if (!StreamReader.isPrintable(source.at(index))) {
                return Optional.of(Diagnostic.of(
                                DiagnosticId.SYNTAX_YAML,
                                source.location(index, index + 1),
                                String.format("the character U+%04X is not allowed in YAML", source.at(index)))
                        .withHelp("remove it, or write it as an escape in double quotes"));
            }
        }
        return Optional.empty();
    }
}
