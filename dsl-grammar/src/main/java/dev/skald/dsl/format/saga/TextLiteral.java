package dev.skald.dsl.format.saga;

import java.util.Locale;

/** Writes texts between quotes, with the escapes of the {@code .saga} notation. */
final class TextLiteral {

    private TextLiteral() {}

    /** A text with its quotes. */
    static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** What stands between the quotes; it may be followed by a template. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            boolean opensTemplate = character == '$' && (index == text.length() || text.charAt(index) == '{');
            escaped.append(opensTemplate ? "\\$" : escaped(character));
        }
        return escaped.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                isShown(character)
                        ? Character.toString(character)
                        : "\\u{" + Integer.toHexString(character).toUpperCase(Locale.ROOT) + "}";
        };
    }

    /** Whether people see the character as it is: not what turns, hides or breaks what is beside it. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            case Character.FORMAT -> character == 0x200C || character == 0x200D; // these join letters of some scripts
            default -> true;
        };
    }
}
