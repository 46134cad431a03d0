package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.yaml.UnquotedValue.Reason;
import java.util.Optional;

/** Finds out whether YAML stopped, or read too little, because a value with {@code ${…}} in it has no quotes. */
final class UnquotedValueFinder {

    private final SourceText source;

    UnquotedValueFinder(SourceText source) {
        this.source = source;
    }

    /**
     * The value that made YAML stop.
     *
     * @param start where the last scalar begins that YAML read
     * @param stop the character that YAML did not expect
     */
    Optional<UnquotedValue> before(int start, int stop) {
        return start < stop ? suspect(start, stop).filter(value -> value.end() > stop) : Optional.empty();
    }

    private Optional<UnquotedValue> suspect(int start, int stop) {
        String read = source.text(start, stop);
        if (read.startsWith("\"")) {
            return Templates.isOpen(read) ? value(start, true, Reason.QUOTES) : Optional.empty();
        }
        if (source.at(stop) == '{' && read.endsWith("$")) {
            return isKey(source.text(start, stop - 1)) ? Optional.empty() : value(start, false, Reason.BRACES);
        }
        return source.at(stop) == ':' && Templates.isOpen(read) ? value(start, false, Reason.COLON) : Optional.empty();
    }

    /**
     * The value that YAML read without quotes from {@code start} to before {@code end}, where a comment mark cut it
     * short.
     */
    Optional<UnquotedValue> cutByComment(int start, int end) {
        boolean cut = Templates.isOpen(source.text(start, end))
                && source.text(end, source.lineEnd(end)).stripLeading().startsWith("#");
        return cut ? value(start, false, Reason.COMMENT) : Optional.empty();
    }

    /**
     * Whether what stands before a template is a key that only wants a blank: {@code sku:} and the template at once.
     */
    static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9_]+:");
    }

    private Optional<UnquotedValue> value(int start, boolean quoted, Reason reason) {
        String rest = source.text(start, source.lineEnd(start));
        int length = quoted ? quotedLength(rest) : plainLength(rest, reason == Reason.BRACES ? ",]}" : "");
        return length < 0
                ? Optional.empty()
                : Optional.of(new UnquotedValue(start, start + rest.codePointCount(0, length), quoted, reason));
    }

    /** How much of {@code rest} the value is meant to have; -1 where a template is not closed on its line. */
    private static int plainLength(String rest, String delimiters) {
        int index = 0;
        while (index < rest.length() && delimiters.indexOf(rest.charAt(index)) < 0 && !isComment(rest, index)) {
            index = behind(rest, index);
            if (index < 0) {
                return -1;
            }
        }
        return rest.substring(0, index).stripTrailing().length();
    }

    private static int quotedLength(String rest) {
        int index = 1;
        while (index < rest.length() && rest.charAt(index) != '"') {
            index = behind(rest, index);
            if (index < 0) {
                return -1;
            }
        }
        return index < rest.length() ? index + 1 : -1;
    }

    /**
     * The index behind the character at {@code index}, or behind the template that opens there; -1 if it is not closed.
     */
    private static int behind(String rest, int index) {
        if (!rest.startsWith(Templates.OPEN, index)) {
            return index + 1;
        }
        int close = Templates.close(rest, index, rest.length());
        return close < 0 ? -1 : close + 1;
    }

    private static boolean isComment(String rest, int index) {
        return rest.charAt(index) == '#' && index > 0 && Character.isWhitespace(rest.charAt(index - 1));
    }
}
