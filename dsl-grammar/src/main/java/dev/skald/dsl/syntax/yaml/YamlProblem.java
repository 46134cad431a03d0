package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.syntax.SourceText;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in the user's terms why a text is no YAML. The library's own words are only looked at, never passed on. */
final class YamlProblem {

    private final SourceText source;
    private final int lastScalar;

    /** A problem that came up after the scalar that begins at {@code lastScalar}. */
    YamlProblem(SourceText source, int lastScalar) {
        this.source = source;
        this.lastScalar = lastScalar;
    }

    Diagnostic diagnostic(MarkedYamlEngineException exception) {
        String problem = exception.getProblem() == null ? "" : exception.getProblem();
        int at = exception.getProblemMark().map(Mark::getIndex).orElse(lastScalar);
        int begun = exception.getContextMark().map(Mark::getIndex).orElse(at);
        if (problem.contains("TAB")) {
            return of(at, at + 1, "a tab stands here, and YAML is indented with spaces", "replace it by spaces");
        }
        if (problem.startsWith("found character")) {
            return of(at, at + 1, "a value cannot begin with " + shown(at), "put quotes around the value");
        }
        if (problem.startsWith("mapping values")) {
            return unexpectedColon(at);
        }
        if (problem.startsWith("expected <block end>")) {
            return unexpectedLine(at);
        }
        if (problem.startsWith("expected ','")) {
            return unexpectedInBrackets(begun, at);
        }
        return orElse(problem, begun, at);
    }

    /** A problem of which nobody says where: behind the last scalar that was read. */
    Diagnostic diagnosticWithoutPlace() {
        int line = source.lineStart(lastScalar);
        return of(
                line,
                source.lineEnd(line),
                "the YAML that begins here cannot be read",
                "an escape in double quotes, or the YAML version, is none that YAML knows");
    }

    private Diagnostic unexpectedColon(int at) {
        int line = source.lineStart(at);
        if (source.line(lastScalar) == source.line(at)) {
            return of(at, at + 1, "a second `:` stands on this line", "put quotes around a value that has `: ` in it");
        }
        if (firstVisible(source.lineStart(lastScalar)) == lastScalar) {
            return of(
                    lastScalar,
                    source.lineEnd(lastScalar),
                    "this line has no `:`, so YAML joins it with the next one",
                    "a key is followed by `:`");
        }
        return of(
                firstVisible(line),
                at,
                "this key is indented deeper than its neighbours, so YAML reads it as part of the value above it",
                "the keys of a mapping begin in the same column");
    }

    private Diagnostic unexpectedLine(int at) {
        int first = firstVisible(source.lineStart(at));
        if (first == at) {
            return of(
                    at,
                    source.lineEnd(at),
                    "this line does not belong to the block that it stands in",
                    "the keys of a mapping begin in the same column, and so do the `-` of a list");
        }
        return of(
                at,
                source.lineEnd(at),
                "this follows a value that has already ended",
                "put quotes around the whole value");
    }

    private Diagnostic unexpectedInBrackets(int begun, int at) {
        boolean sameLine = source.line(lastScalar) == source.line(at) && at < source.length();
        if (!sameLine) {
            return of(begun, begun + 1, shown(begun) + " is never closed", "close it with " + closing(begun));
        }
        return of(
                at,
                at + 1,
                shown(at) + " stands where a `,` or " + closing(begun) + " is expected",
                "put quotes around a value that has a character of YAML in it");
    }

    private Diagnostic orElse(String problem, int begun, int at) {
        if (problem.startsWith("found unexpected end") || problem.startsWith("found unexpected document separator")) {
            return of(
                    begun,
                    begun + 1,
                    "the text that begins with " + shown(begun) + " is never closed",
                    "close it with the same quote");
        }
        if (problem.startsWith("found unknown escape") || problem.startsWith("expected escape")) {
            return of(
                    at,
                    at + 1,
                    "no escape of YAML reads like this",
                    "write `\\\\` for a backslash, or put the text in single quotes");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return of(begun, source.lineEnd(begun), "this line has no `:`", "a key is followed by `:`");
        }
        if (problem.startsWith("sequence entries")) {
            return of(at, at + 1, "a list cannot begin on the line of its key", "begin each `-` on a line of its own");
        }
        if (problem.startsWith("expected '<document start>'")) {
            return unexpectedLine(at);
        }
        if (problem.startsWith("expected the node content")) {
            return of(at, at + 1, shown(at) + " stands where a value is expected", "put quotes around the value");
        }
        return of(
                at,
                at + 1,
                "YAML cannot be read from here on",
                "put quotes around a value that has characters of YAML in it");
    }

    private int firstVisible(int lineStart) {
        int at = lineStart;
        while (source.at(at) == ' ' || (source.at(at) == '-' && source.at(at + 1) == ' ')) {
            at++;
        }
        return at;
    }

    private String shown(int at) {
        return at < source.length() ? "`" + source.text(at, at + 1) + "`" : "the end of the file";
    }

    private String closing(int bracket) {
        return source.at(bracket) == '[' ? "`]`" : "`}`";
    }

    private Diagnostic of(int from, int to, String message, String help) {
        int end = Math.min(to, source.length());
        return Diagnostic.of(DiagnosticId.SYNTAX_YAML, source.location(Math.min(from, end), end), message)
                .withHelp(help);
    }
}
