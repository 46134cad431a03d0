package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.Placement;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.yaml.YamlNode.Style;

/**
 * Where each character of a scalar's text stands in the file. Quotes, escapes, indentation and folded lines shift the
 * text against its source; both are walked side by side here.
 */
final class ScalarPlaces {

    private final SourceText source;
    private final Style style;
    private final int sourceStart;
    private final int sourceEnd;
    private final int[] starts;
    private final int[] ends;

    /** The places of {@code text}, which YAML made of the source from {@code start} to before {@code end}. */
    ScalarPlaces(SourceText source, int start, int end, Style style, String text) {
        this.source = source;
        this.style = style;
        this.sourceStart = start;
        this.sourceEnd = end;
        this.starts = new int[text.length() + 1];
        this.ends = new int[text.length() + 1];
        align(text, contentStart(start));
    }

    /** The place of the characters of the text from {@code from} to before {@code to}. */
    SourceLocation location(int from, int to) {
        return source.location(starts[from], to > from ? Math.max(ends[to - 1], starts[from]) : starts[from]);
    }

    /** The places of {@code part}, which begins at {@code offset} of the text, by code points. */
    Placement placement(String part, int offset) {
        int[] offsets = new int[part.codePointCount(0, part.length()) + 1];
        for (int index = 0, at = offset; index < offsets.length; index++) {
            offsets[index] = at;
            at += index < offsets.length - 1 ? Character.charCount(part.codePointAt(at - offset)) : 0;
        }
        return (from, to) -> location(offsets[from], offsets[to]);
    }

    /** The index in the source where the scalar begins. */
    int start() {
        return sourceStart;
    }

    /** The index in the source behind the scalar's end. */
    int end() {
        return sourceEnd;
    }

    private int contentStart(int start) {
        return switch (style) {
            case PLAIN -> start;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> start + 1;
            case BLOCK -> Math.min(source.lineEnd(start) + 1, sourceEnd);
        };
    }

    private void align(String text, int contentStart) {
        int at = contentStart;
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            int behind = index + Character.charCount(character);
            at = character == '\n'
                    ? seekLineBreak(at)
                    : character == ' ' || character == '\t' ? seekBlank(at) : seek(at);
            int end = Math.min(at + width(character, at), sourceEnd);
            for (; index < behind; index++) {
                starts[index] = at;
                ends[index] = end;
            }
            at = end;
        }
        starts[index] = at;
        ends[index] = at;
    }

    /** Skips what leaves no trace in the text: indentation, the ends of folded lines, escaped line breaks. */
    private int seek(int from) {
        int at = from;
        while (at < sourceEnd && (isBlank(source.at(at)) || isEscapedLineBreak(at))) {
            at++;
        }
        return at;
    }

    /** A blank stands for itself, for its escape or for the end of a folded line: whatever is next. */
    private int seekBlank(int from) {
        return isEscapedLineBreak(from) ? seek(from) : from;
    }

    private int seekLineBreak(int from) {
        int at = from;
        while (at < sourceEnd && isBlank(source.at(at)) && source.line(at) == source.line(at + 1)) {
            at++;
        }
        return at;
    }

    private int width(int character, int at) {
        int written = source.at(at);
        if (style == Style.SINGLE_QUOTED && written == '\'') {
            return 2;
        }
        if (style != Style.DOUBLE_QUOTED || written != '\\') {
            return 1;
        }
        return switch (source.at(at + 1)) {
            case 'x' -> 4;
            case 'u' -> Character.isSupplementaryCodePoint(character) ? 12 : 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private boolean isEscapedLineBreak(int at) {
        int next = source.at(at + 1);
        return style == Style.DOUBLE_QUOTED && source.at(at) == '\\' && (next == '\n' || next == '\r');
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
