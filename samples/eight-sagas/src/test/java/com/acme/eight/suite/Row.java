package com.acme.eight.suite;

import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Ledger.Mark;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was seen of one saga, as a row of {@code eight-runs.md}. */
final class Row {

    private static final List<String> FLOW =
            List.of("reservation", "authorization", "shipment", "capture", "sendReceipt");
    private static final List<String> INDEPENDENT = FLOW.subList(0, 3);

    private final Pattern pattern;
    private final List<Line> lines;

    private Row(Pattern pattern, List<Line> lines) {
        this.pattern = pattern;
        this.lines = lines;
    }

    /**
     * Reads ledgers and status.
     *
     * @param lines what the ledgers say of the order, oldest line first
     * @param status where its saga stands
     * @param told what the caller was told
     * @param when when that was
     */
    static String of(Pattern pattern, List<Line> lines, SagaStatus status, String told, String when) {
        Row row = new Row(pattern, lines);
        return row(
                pattern,
                told,
                when,
                row.done(),
                row.undone(),
                status.steps().stream()
                        .map(step -> step.state().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                status.state().name(),
                status.notified().stream().map(Notified::step).distinct().collect(Collectors.joining(", ")));
    }

    /** A saga that does not have what the table is about. */
    static String without(Pattern pattern, String why) {
        return row(pattern, why);
    }

    private static String row(Pattern pattern, String... cells) {
        return "| " + pattern.title() + " | "
                + String.join(" | ", cells).replaceAll("(?<=\\| )(?= \\|)|(?<=\\| )$", "–") + " |";
    }

    /** Steps that are begun at once are done in any order. */
    private String done() {
        List<String> steps = steps(Mark.DONE);
        if (!pattern.beginsAtOnce()) {
            return String.join(", ", steps);
        }
        List<String> atOnce =
                steps.stream().filter(INDEPENDENT::contains).sorted(inFlow()).toList();
        List<String> later =
                steps.stream().filter(step -> !INDEPENDENT.contains(step)).toList();
        return String.join(" + ", atOnce)
                + later.stream().map(step -> ", " + step).collect(Collectors.joining());
    }

    /** Only those that undo one by one promise an order. */
    private String undone() {
        List<String> steps = steps(Mark.UNDONE);
        return pattern.undoesOneByOne()
                ? String.join(", ", steps)
                : steps.stream().sorted(inFlow()).collect(Collectors.joining(" + "));
    }

    private List<String> steps(Mark mark) {
        return lines.stream()
                .filter(line -> line.mark() == mark)
                .map(Line::call)
                .map(call -> call.step())
                .toList();
    }

    private static Comparator<String> inFlow() {
        return Comparator.comparing(FLOW::indexOf);
    }
}
