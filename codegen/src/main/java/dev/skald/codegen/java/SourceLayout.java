package dev.skald.codegen.java;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out what JavaPoet wrote as people would: short comments and annotations on one line, empty bodies closed at
 * once, fields and constants together, long declarations one parameter a line. It moves white space only, and never
 * within a literal: literals do not span lines.
 */
final class SourceLayout {

    private static final int WIDTH = 120;

    private static final Pattern COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^( *@\\w+\\()\\n *([^\\n]*)\\n *(\\))$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *}");
    private static final Pattern FIELDS =
            Pattern.compile("(?m)^(    private final [^\\n]*;\\n)\\n(?=    private final [^\\n]*;\\n)");
    private static final Pattern CONSTANTS = Pattern.compile("(?m)^(    \\w+,\\n)\\n(?=    \\w+[,;]\\n)");
    private static final Pattern HEAD = Pattern.compile("(?m)^((public )?(final )?(class|interface) .*\\{\\n)(?=    )");

    private SourceLayout() {}

    static String tidy(String source) {
        String commented = COMMENT.matcher(source).replaceAll(SourceLayout::onOneLine);
        String annotated = ANNOTATION.matcher(commented).replaceAll("$1$2$3");
        String closed = EMPTY_BODY.matcher(annotated).replaceAll("{}");
        String joined = FIELDS.matcher(closed).replaceAll("$1");
        String listed = CONSTANTS.matcher(joined).replaceAll("$1");
        String opened = HEAD.matcher(listed).replaceAll("$1\n");
        return DeclarationLayout.tidy(opened, WIDTH);
    }

    private static String onOneLine(MatchResult comment) {
        String line = comment.group(1) + "/** " + comment.group(2).strip() + " */";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : comment.group());
    }
}
