package dev.skald.dsl.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Aligns lines that follow each other, and makes text of them. */
final class Aligner {

    private static final String BEFORE_COMMENT = "    ";

    private final List<PageLine> lines;

    private Aligner(List<PageLine> lines) {
        this.lines = new ArrayList<>(lines);
    }

    /** The text of all lines, each with its line break. */
    static String text(List<PageLine> lines) {
        Aligner aligner = new Aligner(lines);
        aligner.forEachRun(aligner::tabKey, aligner::alignTabs);
        return aligner.join();
    }

    /** Lines are in one run that follow each other and have the same key; comments do not end it. */
    private void forEachRun(Function<PageLine, String> key, Consumer<List<Integer>> action) {
        List<Integer> run = new ArrayList<>();
        String current = "";
        for (int index = 0; index < lines.size(); index++) {
            PageLine line = lines.get(index);
            if (line.isComment()) {
                continue;
            }
            String next = key.apply(line);
            if (!next.equals(current)) {
                action.accept(run);
                run = new ArrayList<>();
                current = next;
            }
            if (!next.isEmpty()) {
                run.add(index);
            }
        }
        action.accept(run);
    }

    /** What a line is aligned by; empty where it is not. A line that only opens braces is not. */
    private String tabKey(PageLine line) {
        return line.tab()
                .filter(tab -> !line.text().substring(tab.column()).equals("{"))
                .map(tab -> tab.kind() + line.indent())
                .orElse("");
    }

    private void alignTabs(List<Integer> run) {
        int column = run.stream().mapToInt(this::tabColumn).max().orElse(0);
        boolean hasRoom =
                run.stream().allMatch(index -> lines.get(index).width() + column - tabColumn(index) <= Page.WIDTH);
        if (hasRoom) {
            run.forEach(index -> lines.set(index, lines.get(index).padded(column - tabColumn(index))));
        }
    }

    private int tabColumn(int index) {
        return lines.get(index).tab().orElseThrow().column();
    }

    private String join() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            PageLine line = lines.get(index);
            if (!line.isEmpty()) {
                text.append(" ".repeat(line.indent())).append(line.text());
            }
            if (!line.comment().isEmpty()) {
                text.append(" ".repeat(commentColumn(index) - line.width()))
                        .append(BEFORE_COMMENT)
                        .append(line.comment());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Where the longest line ends of those around that have a comment at their end, too. */
    private int commentColumn(int index) {
        IntPredicate hasComment =
                at -> 0 <= at && at < lines.size() && !lines.get(at).comment().isEmpty();
        int from = index;
        int to = index;
        while (hasComment.test(from - 1)) {
            from--;
        }
        while (hasComment.test(to + 1)) {
            to++;
        }
        return lines.subList(from, to + 1).stream()
                .mapToInt(PageLine::width)
                .max()
                .orElse(0);
    }
}
