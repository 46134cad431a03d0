package dev.skald.codegen.java;

import java.util.stream.Collectors;

/**
 * Makes text of a definition safe within a comment. Java reads Unicode escapes even there, and what looks like the end
 * of a comment is its end.
 */
final class Comments {

    private Comments() {}

    /** As part of a line comment: one line, no escapes. */
    static String line(String text) {
        return text.codePoints()
                .map(character -> character == '\\' ? '/' : character)
                .mapToObj(Comments::printable)
                .collect(Collectors.joining());
    }

    /** As part of a Javadoc comment: the text as a browser would show it. */
    static String javadoc(String text) {
        return text.codePoints().mapToObj(Comments::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '@', '*', '/', '\\', '{', '}' -> "&#" + character + ";";
            default -> printable(character);
        };
    }

    private static String printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> " ";
            default -> Character.toString(character);
        };
    }
}
