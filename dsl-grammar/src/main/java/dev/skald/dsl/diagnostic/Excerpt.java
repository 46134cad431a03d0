package dev.skald.dsl.diagnostic;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The line that a finding is about, and the marker below it. Definitions are untrusted text: control characters are
 * replaced, so that a file cannot steer the terminal, and a long line is cut around its marker.
 *
 * @param source the line, printable
 * @param marker spaces and carets, aligned to it
 */
record Excerpt(String source, String marker) {

    private static final int WIDEST = 140;
    private static final int BEFORE = 60;
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** The excerpt of a location in a file of these lines, by characters; empty where the line is not there. */
    static Optional<Excerpt> of(List<int[]> lines, SourceLocation location) {
        return location.line() > lines.size()
                ? Optional.empty()
                : Optional.of(cut(lines.get(location.line() - 1), location));
    }

    /** The text with every character that is not to be printed replaced. */
    static String printable(String text) {
        return text.codePoints()
                .map(Excerpt::printable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Looks only at what is shown: a line may be as long as its file, and have thousands of findings. */
    private static Excerpt cut(int[] line, SourceLocation location) {
        int from = line.length > WIDEST ? Math.min(line.length, Math.max(0, location.column() - 1 - BEFORE)) : 0;
        int[] characters = Arrays.copyOfRange(line, from, Math.min(line.length, from + WIDEST));
        int start = Math.min(location.column() - 1 - from, characters.length);
        int end = location.endLine() > location.line() ? characters.length : location.endColumn() - 1 - from;
        int marked = Math.min(Math.max(start + 1, end), characters.length);
        String source = (from > 0 ? "…" : "")
                + printable(new String(characters, 0, characters.length))
                + (from + characters.length < line.length ? "…" : "");
        String marker = " ".repeat((from > 0 ? 1 : 0) + width(characters, 0, start))
                + "^".repeat(Math.max(1, width(characters, start, marked)));
        return new Excerpt(source.stripTrailing(), marker);
    }

    private static int printable(int character) {
        if (character == '\t') {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> character;
        };
    }

    private static int width(int[] characters, int from, int to) {
        int width = 0;
        for (int index = from; index < to; index++) {
            width += isWide(characters[index]) ? 2 : 1;
        }
        return width;
    }

    private static boolean isWide(int character) {
        return WIDE.contains(UnicodeScript.of(character)) || (character >= 0x1F300 && character <= 0x1FAFF);
    }
}
