package dev.skald.dsl.syntax.yaml;

/** Finds the {@code ${…}} in a text. Strings inside an expression, and templates inside those, hide their braces. */
final class Templates {

    /** What begins an expression in a text. */
    static final String OPEN = "${";

    /** What means the opening itself, as text. */
    static final String ESCAPED = "$${";

    private Templates() {}

    /**
     * Where the expression that opens at {@code open} is closed: the index of its <code>}</code> before {@code limit},
     * or -1.
     *
     * @param open the index of its opening
     */
    static int close(String text, int open, int limit) {
        // Braces and quotes that are open, innermost last: one character each.
        StringBuilder inside = new StringBuilder("}");
        for (int index = open + OPEN.length(); index < limit; index++) {
            char character = text.charAt(index);
            boolean inString = inside.charAt(inside.length() - 1) == '"';
            if (inString && character == '\\') {
                index++;
            } else if (inString && text.startsWith(OPEN, index)) {
                inside.append('}');
                index++;
            } else if (character == inside.charAt(inside.length() - 1)) {
                inside.setLength(inside.length() - 1);
                if (inside.isEmpty()) {
                    return index;
                }
            } else if (!inString && character == '"') {
                inside.append('"');
            } else if (!inString && character == '{') {
                inside.append('}');
            }
        }
        return -1;
    }

    /** The text of a scalar as it is meant, with the escaped openings unescaped. */
    static String unescaped(String text) {
        return text.replace(ESCAPED, OPEN);
    }

    /** Whether the text opens a template and does not close it. */
    static boolean isOpen(String text) {
        int open = next(text, 0);
        while (open >= 0) {
            int close = close(text, open, text.length());
            if (close < 0) {
                return true;
            }
            open = next(text, close);
        }
        return false;
    }

    /** The index of the next opening at or after {@code from} that is not escaped, or -1. */
    static int next(String text, int from) {
        int open = text.indexOf(OPEN, from);
        while (open > from && text.startsWith(ESCAPED, open - 1)) {
            open = text.indexOf(OPEN, open + OPEN.length());
        }
        return open;
    }
}
