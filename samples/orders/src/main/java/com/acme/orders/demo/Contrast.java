package com.acme.orders.demo;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The same order on two sagas: what was seen to differ, as a table. */
final class Contrast {

    private static final String ROW = "  %-18s  %-31s  %s";

    private static final List<Row> ROWS = List.of(
            new Row("the caller gets", Contrast::given),
            new Row("requests are sent", telling -> telling.calls().manner()),
            new Row("the caller catches", telling -> telling.answer().what()),
            new Row("caused by", telling -> telling.answer().cause()),
            new Row(
                    "in flight by then",
                    telling -> orElse("nothing", telling.answer().inFlight())),
            new Row(
                    "undone by then",
                    telling -> orElse("nothing yet", telling.answer().undone())),
            new Row(
                    "undos wait for",
                    telling -> orElse("nothing", telling.calls().awaitedBeforeUndos())),
            new Row("undos are sent", telling -> telling.calls().undos()),
            new Row("at the end", telling -> telling.ending().name()));

    private Contrast() {}

    /** The heads of the columns, and a row for whatever differs. */
    static List<String> of(Telling before, Telling now) {
        return Stream.concat(
                        Stream.of(head(before, now)),
                        ROWS.stream()
                                .filter(row -> !row.of(before).equals(row.of(now)))
                                .map(row -> ROW.formatted(row.what(), row.of(before), row.of(now))))
                .toList();
    }

    private static String head(Telling before, Telling now) {
        return ROW.formatted(
                "", before.story().saga().pattern(), now.story().saga().pattern());
    }

    private static String given(Telling telling) {
        return telling.story().saga().givesHandle() ? "a handle, then the answer" : "the answer";
    }

    private static String orElse(String none, List<String> steps) {
        return steps.isEmpty() ? none : String.join(", ", steps);
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
