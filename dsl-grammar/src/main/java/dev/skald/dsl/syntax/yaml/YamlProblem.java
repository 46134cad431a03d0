package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.syntax.SourceText;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in the user's terms why a text is no YAML. The library's own words only tell the cases apart. */
final class YamlProblem {

    private static final List<Case> CASES = List.of(
            new Case("TAB", YamlProblem::tab),
            new Case("scanning an a", YamlProblem::beginsWithYaml),
            new Case("scanning a tag", YamlProblem::beginsWithYaml),
            new Case("tag handle", YamlProblem::beginsWithYaml),
            new Case("that cannot start any token", YamlProblem::beginsWrong),
            new Case("mapping values are not allowed", YamlProblem::unexpectedColon),
            new Case("could not find expected ':'", YamlProblem::noColon),
            new Case("sequence entries are not allowed", YamlProblem::listOnKeyLine),
            new Case("expected <block end>", YamlProblem::unexpectedLine),
            new Case("expected '<document start>'", YamlProblem::unexpectedLine),
            new Case("expected ','", YamlProblem::unexpectedInBrackets),
            new Case("expected the node content", YamlProblem::unexpectedCharacter),
            new Case("found unexpected", YamlProblem::neverClosed),
            new Case("double-quoted scalar", YamlProblem::unknownEscape),
            new Case("block scalar", YamlProblem::wrongBlock));

    private final SourceText source;
    private final int lastScalar;
    private final int begun;
    private final int at;

    private YamlProblem(SourceText source, int lastScalar, int begun, int at) {
        this.source = source;
        this.lastScalar = lastScalar;
        this.begun = begun;
        this.at = at;
    }

    /**
     * What stopped the library.
     *
     * @param lastScalar where the last scalar begins that it read before
     */
    static Diagnostic explain(MarkedYamlEngineException problem, SourceText source, int lastScalar) {
        int at = problem.getProblemMark().map(Mark::getIndex).orElse(lastScalar);
        int begun = problem.getContextMark().map(Mark::getIndex).orElse(at);
        String words = problem.getContext() + ": " + problem.getProblem();
        return CASES.stream()
                .filter(each -> words.contains(each.words()))
                .findFirst()
                .map(Case::explanation)
                .orElse(YamlProblem::unexplained)
                .apply(new YamlProblem(source, lastScalar, begun, at));
    }

    /** What stopped the library without its saying where: something on the line behind the last scalar. */
    static Diagnostic withoutPlace(SourceText source, int lastScalar) {
        return new YamlProblem(source, lastScalar, lastScalar, lastScalar)
                .found(lastScalar, source.lineEnd(lastScalar), "YAML cannot be read from here on")
                .withHelp("an escape such as `\\UFFFFFFFF`, or the version in `%YAML`, is none that YAML knows");
    }

    /** A character that no YAML file may have. */
    static Diagnostic character(SourceText source, int index) {
        return new YamlProblem(source, index, index, index)
                .found(index, index + 1, String.format("the character U+%04X is not allowed in YAML", source.at(index)))
                .withHelp("remove it, or write it as an escape in double quotes");
    }

    private Diagnostic tab() {
        return found(at, at + 1, "a tab stands here, and YAML is indented with spaces");
    }

    private Diagnostic beginsWithYaml() {
        return found(begun, begun + 1, "a value cannot begin with " + shown(begun))
                .withHelp("put quotes around the value");
    }

    private Diagnostic beginsWrong() {
        return found(at, at + 1, "a value cannot begin with " + shown(at)).withHelp("put quotes around the value");
    }

    private Diagnostic unexpectedColon() {
        if (source.line(lastScalar) == source.line(at)) {
            return found(at, at + 1, "a second `:` stands on this line")
                    .withHelp("put quotes around a value that has `: ` in it");
        }
        if (firstWord(lastScalar) == lastScalar) {
            return lineWithoutColon(lastScalar);
        }
        return found(
                        firstWord(at),
                        at,
                        "this key is indented deeper than its neighbours, so YAML reads it as part of the value above")
                .withHelp("the keys of a mapping begin in the same column");
    }

    private Diagnostic noColon() {
        return lineWithoutColon(begun);
    }

    private Diagnostic lineWithoutColon(int start) {
        if (source.text(start, source.lineEnd(start)).startsWith("//")) {
            return found(start, source.lineEnd(start), "this line has no `:`").withHelp("a comment begins with `#`");
        }
        boolean blankMissing = source.text(start, source.lineEnd(start)).contains(":");
        return found(
                        start,
                        source.lineEnd(start),
                        blankMissing ? "the `:` on this line is no key's" : "this line has no `:`")
                .withHelp(blankMissing ? "a blank follows the `:` of a key" : "a `:` and a blank follow a key");
    }

    private Diagnostic listOnKeyLine() {
        return found(at, at + 1, "a list cannot begin on the line of its key")
                .withHelp("begin each `-` on a line of its own");
    }

    private Diagnostic unexpectedLine() {
        if (source.text(source.lineStart(at), at).isBlank()) {
            return found(at, source.lineEnd(at), "this line does not belong to the block that it stands in")
                    .withHelp("the keys of a mapping begin in the same column, and so do the `-` of a list");
        }
        return found(at, source.lineEnd(at), "this follows a value that has already ended")
                .withHelp("put quotes around the whole value");
    }

    private Diagnostic unexpectedInBrackets() {
        String closing = source.at(begun) == '[' ? "`]`" : "`}`";
        if (at == source.length() || source.line(lastScalar) < source.line(at)) {
            return found(begun, begun + 1, shown(begun) + " is never closed").withHelp("close it with " + closing);
        }
        if (source.at(at) == '{' && source.at(at - 1) == '$') {
            return UnquotedValueFinder.isKey(source.text(lastScalar, at - 1))
                    ? found(lastScalar, at - 1, "the `:` here is no key's").withHelp("a blank follows the `:` of a key")
                    : found(at - 1, at + 1, "this `${` is never closed").withHelp("close it with `}` on its line");
        }
        return found(at, at + 1, shown(at) + " stands where a `,` or " + closing + " is expected")
                .withHelp("put quotes around a value that has characters of YAML in it");
    }

    private Diagnostic unexpectedCharacter() {
        return found(at, at + 1, shown(at) + " stands where a value is expected");
    }

    private Diagnostic neverClosed() {
        return found(begun, begun + 1, "the text that begins with " + shown(begun) + " is never closed");
    }

    private Diagnostic unknownEscape() {
        return found(at, at + 1, "YAML knows no escape like this")
                .withHelp("a backslash is written `\\\\`; in single quotes it is a backslash");
    }

    private Diagnostic wrongBlock() {
        return found(at, at + 1, "this is no block of text")
                .withHelp("its lines follow the line of the `|` or `>`, indented alike");
    }

    private Diagnostic unexplained() {
        return found(at, at + 1, "YAML cannot be read from here on")
                .withHelp("put quotes around a value that has characters of YAML in it");
    }

    /** Where the first word stands on the line of {@code index}, the {@code -} of lists not counted. */
    private int firstWord(int index) {
        int word = source.lineStart(index);
        while (source.at(word) == ' ' || (source.at(word) == '-' && source.at(word + 1) == ' ')) {
            word++;
        }
        return word;
    }

    private String shown(int index) {
        return index < source.length() ? "`" + source.text(index, index + 1) + "`" : "the end of the file";
    }

    private Diagnostic found(int from, int to, String message) {
        int start = Math.min(from, source.length());
        int end = Math.max(start, Math.min(to, source.length()));
        return Diagnostic.of(DiagnosticId.SYNTAX_YAML, source.location(start, end), message);
    }

    /**
     * One of the library's findings.
     *
     * @param words what only this one has in it
     */
    private record Case(String words, Function<YamlProblem, Diagnostic> explanation) {}
}
