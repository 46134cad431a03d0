package com.acme.eight.demo;

import com.acme.eight.participants.Ledger.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All runs as one table, in Markdown, which can be read as it is. */
final class Table {

    private static final List<String> HEAD = List.of(
            "saga",
            "occasion",
            "the caller",
            "after",
            "done",
            "undone",
            "by then",
            "the saga",
            "settled after",
            "events");

    private Table() {}

    /** A line for each run, those of one saga together. */
    static List<String> of(List<Run> runs, boolean countsEvents) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        runs.stream()
                .sorted(Comparator.comparing(Run::pattern)
                        .thenComparing(run -> run.occasion() == Occasion.DOWN)
                        .thenComparing(Run::occasion))
                .map(run -> row(run, countsEvents))
                .forEach(rows::add);
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(
                1,
                Arrays.stream(widths)
                        .mapToObj(width -> "-".repeat(width + 2))
                        .collect(Collectors.joining("|", "|", "|")));
        return lines;
    }

    private static List<String> row(Run run, boolean countsEvents) {
        String undone = run.steps(Mark.UNDONE);
        return List.of(
                run.pattern().title(),
                run.occasion().title(),
                run.answer().what(),
                seconds(run.answeredAfter()),
                run.steps(Mark.DONE),
                undone,
                undone.equals("–") ? "–" : run.undoneByThen(),
                run.state(),
                run.isStopped() ? "not by itself" : seconds(run.consistentAfter()),
                countsEvents ? String.valueOf(run.events()) : "–");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> " " + row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()) + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }
}
