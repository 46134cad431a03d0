package dev.skald.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out the parameters of methods and records that JavaPoet has wrapped: on one line where they fit, else on a line
 * of their own, else one a line.
 */
final class DeclarationLayout {

    private static final String CONTINUED = " ".repeat(8);

    /** A line that ends within its parentheses, no call, and the deeper lines up to the end of the head. */
    private static final Pattern WRAPPED =
            Pattern.compile("(?m)^(( *)[\\w@][^\\n]*?(?<![.\\w])\\w+\\()([^\\n]*,(?:\\n\\2 {8}[^\\n]*)+)"
                    + "(\\) ?(?:implements [^\\n]*)?(?:\\{|;|\\{})\\n)");

    private DeclarationLayout() {}

    static String tidy(String source, int width) {
        return WRAPPED.matcher(source).replaceAll(head -> Matcher.quoteReplacement(tidy(head, width)));
    }

    private static String tidy(MatchResult head, int width) {
        String begin = head.group(1);
        String indent = "\n" + head.group(2) + CONTINUED;
        String end = head.group(4);
        String parameters = head.group(3).replaceAll("\\n *", " ");
        if (begin.length() + parameters.length() + end.length() <= width) {
            return begin + parameters + end;
        }
        if (indent.length() + parameters.length() + end.length() <= width) {
            return begin + indent + parameters + end;
        }
        // A record's constructor would stick to the last of many lines.
        String space = end.endsWith(" {\n") && begin.contains(" record ") ? "\n" : "";
        return begin + indent + String.join("," + indent, split(parameters)) + end + space;
    }

    /** The parameters, without the commas between them; commas within type arguments and annotations stay. */
    private static List<String> split(String parameters) {
        List<String> split = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int index = 0; index < parameters.length(); index++) {
            switch (parameters.charAt(index)) {
                case '<', '(' -> depth++;
                case '>', ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        split.add(parameters.substring(start, index).strip());
                        start = index + 1;
                    }
                }
                default -> {}
            }
        }
        split.add(parameters.substring(start).strip());
        return split;
    }
}
