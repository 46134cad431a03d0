package com.acme.orders.demo;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The same order as an Epic and as a Fairy Tale: what was seen to differ, as a table. */
final class Contrast {

    private static final String ROW = "  %-18s  %-31s  %s";

    private static final List<Row> ROWS = List.of(
            new Row("the caller catches", telling -> telling.answer().what()),
            new Row("caused by", telling -> telling.answer().cause()),
            new Row("undone by then", telling -> orNothing(telling.answer().undone())),
            new Row("undos are sent", Telling::sentUndos),
            new Row("at the end", telling -> telling.ending().name()));

    private Contrast() {}

    /** The heads of the columns, and a row for whatever differs. */
    static List<String> of(Telling epic, Telling fairyTale) {
        return Stream.concat(
                        Stream.of(ROW.formatted("", "Epic", "Fairy Tale")),
                        ROWS.stream()
                                .filter(row -> !row.of(epic).equals(row.of(fairyTale)))
                                .map(row -> ROW.formatted(row.what(), row.of(epic), row.of(fairyTale))))
                .toList();
    }

    private static String orNothing(List<String> steps) {
        return steps.isEmpty() ? "nothing yet" : String.join(", ", steps);
    }

    /**
     * One thing that may differ.
     *
     * @param what what it is
     * @param seen what a telling has of it
     */
    private record Row(String what, Function<Telling, String> seen) {

        String of(Telling telling) {
            return seen.apply(telling);
        }
    }
}
