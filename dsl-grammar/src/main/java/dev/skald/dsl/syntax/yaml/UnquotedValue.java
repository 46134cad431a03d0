package dev.skald.dsl.syntax.yaml;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.SourceText;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A value that YAML misreads for want of quotes.
 *
 * @param start the index of its first character
 * @param end the index behind its last
 * @param quoted whether it begins and ends with double quotes, which its own quotes cut short
 * @param reason what YAML takes for its own
 */
record UnquotedValue(int start, int end, boolean quoted, Reason reason) {

    private static final int LONGEST_LINE = 200;

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

    /** Reports values that want quotes, those of one line with the same line shown in quotes. */
    static void report(Collection<UnquotedValue> values, SourceText source, Diagnostics diagnostics) {
        values.stream()
                .collect(groupingBy(value -> source.line(value.start), TreeMap::new, toList()))
                .values()
                .forEach(line -> reportLine(line, source, diagnostics));
    }

    private static void reportLine(List<UnquotedValue> values, SourceText source, Diagnostics diagnostics) {
        String line = quotedLine(values, source);
        for (UnquotedValue value : values) {
            String quoted = line.length() <= LONGEST_LINE ? line : value.inQuotes(source);
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.SYNTAX_YAML_QUOTE,
                            source.location(value.start, value.end),
                            "this value needs " + (value.quoted ? "other quotes: " : "quotes: ")
                                    + value.reason.sentence)
                    .withHelp("in quotes it reads: " + quoted)
                    .withFix(source.location(value.start, value.end), value.inQuotes(source)));
        }
    }

    private static String quotedLine(List<UnquotedValue> values, SourceText source) {
        StringBuilder line = new StringBuilder();
        int copied = source.lineStart(values.get(0).start);
        for (UnquotedValue value : values) {
            line.append(source.text(copied, value.start)).append(value.inQuotes(source));
            copied = value.end;
        }
        return line.append(source.text(copied, source.lineEnd(copied)))
                .toString()
                .strip();
    }

    private String inQuotes(SourceText source) {
        String text = text(source);
        return text.contains("\"") || text.contains("\\") ? "'" + text.replace("'", "''") + "'" : '"' + text + '"';
    }
}
