package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.syntax.SourceText;
import java.util.List;

/**
 * A value that YAML misreads for want of quotes.
 *
 * @param start the index of its first character
 * @param end the index behind its last
 * @param quoted whether it begins and ends with double quotes, which its own quotes cut short
 * @param reason what YAML takes for its own
 */
record UnquotedValue(int start, int end, boolean quoted, Reason reason) {

    /** What YAML takes for its own in a value without quotes. */
    enum Reason {
        BRACES("YAML reads the braces of `${…}` as its own inside `{ }` and `[ ]`"),
        COLON("YAML reads the `: ` in it as the end of a key"),
        COMMENT("YAML reads the ` #` in it as the beginning of a comment"),
        QUOTES("YAML reads the quotes in it as the end of the value"),
        COMMA("YAML reads the `,` in it as its own inside `{ }`");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    /** The value as it is meant. */
    String text(SourceText source) {
        return source.text(contentStart(), quoted ? end - 1 : end);
    }

    /** The index of the first character that is meant. */
    int contentStart() {
        return quoted ? start + 1 : start;
    }

    /**
     * The finding.
     *
     * @param all the values of the file that want quotes, by place: those of the same line are shown in quotes as well
     */
    Diagnostic diagnostic(SourceText source, List<UnquotedValue> all) {
        String message = "this value needs " + (quoted ? "other quotes: " : "quotes: ") + reason.sentence;
        return Diagnostic.of(DiagnosticId.SYNTAX_YAML_QUOTE, source.location(start, end), message)
                .withHelp("in quotes it reads: " + quotedLine(source, all));
    }

    private String quotedLine(SourceText source, List<UnquotedValue> all) {
        StringBuilder line = new StringBuilder();
        int copied = source.lineStart(start);
        for (UnquotedValue value : all) {
            if (source.line(value.start) == source.line(start)) {
                line.append(source.text(copied, value.start)).append(value.inQuotes(source));
                copied = value.end;
            }
        }
        return line.append(source.text(copied, source.lineEnd(end))).toString().strip();
    }

    private String inQuotes(SourceText source) {
        String text = text(source);
        return text.contains("\"") || text.contains("\\") ? "'" + text.replace("'", "''") + "'" : '"' + text + '"';
    }
}
