package dev.skald.dsl.format.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes single values of YAML, with quotes where YAML, or a tool that reads YAML, would misread them. */
final class ScalarText {

    /** What needs no quotes anywhere, also between braces. */
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_./$][\\p{L}\\p{N}\\p{M}_./<>?$ +*()-]*");

    /** What needs none outside of braces: expressions, with all that they are made of. */
    private static final Pattern SAFE_IN_BLOCK =
            Pattern.compile("[\\p{L}\\p{N}_./$(][^\\p{Cc}\\p{Z}\\p{Cs}\\p{Cn}\\p{Cf}\\t#:]*"
                    + "(?: [^\\p{Cc}\\p{Z}\\p{Cs}\\p{Cn}\\p{Cf}\\t#:]+)*");

    /** What tools take for something else than text. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|~|[-+.]?[0-9].*|\\.(inf|nan).*");

    /** What is such a thing to tools, and a text here. */
    private static final Pattern NO_CONSTANT = Pattern.compile("(?i)yes|no|on|off|y|n|null|~|");

    private ScalarText() {}

    /** A name, a type, a duration, a number, or an expression: behind its key on a line. */
    static String value(String text) {
        return SAFE_IN_BLOCK.matcher(text).matches() && !isMarker(text) ? text : quoted(text);
    }

    /** The same between braces or brackets. */
    static String valueInBraces(String text) {
        return SAFE.matcher(text).matches() && !text.endsWith(" ") ? text : quoted(text);
    }

    /** Text for people, in quotes also where only other tools would misread it. */
    static String text(String text) {
        String escaped = escapedTemplates(text);
        return NO_TEXT.matcher(escaped).matches() ? quoted(escaped) : value(escaped);
    }

    /** A constant, in quotes where other tools would take a word for something else: a number or a truth has none. */
    static String constant(String text) {
        String escaped = escapedTemplates(text);
        return NO_CONSTANT.matcher(escaped).matches() ? quoted(escaped) : value(escaped);
    }

    /** Text for people, always in quotes. */
    static String quotedText(String text) {
        return quoted(escapedTemplates(text));
    }

    /** Text in which nothing is computed. */
    static String escapedTemplates(String text) {
        return text.replace("${", "$${");
    }

    private static boolean isMarker(String text) {
        return text.startsWith("...");
    }

    private static String quoted(String text) {
        boolean isPlain = text.codePoints().allMatch(ScalarText::isShown);
        if (!isPlain) {
            return doubleQuoted(text);
        }
        boolean wantsSingle = text.contains("\"") || text.contains("\\");
        return wantsSingle ? "'" + text.replace("'", "''") + "'" : '"' + text + '"';
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> quoted.append(escaped(character)));
        return quoted.append('"').toString();
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
                        : String.format(Locale.ROOT, character > 0xFFFF ? "\\U%08X" : "\\u%04X", character);
        };
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> false;
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            default -> true;
        };
    }
}
