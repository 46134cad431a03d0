package com.acme.eight.suite;

import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Ledger.Mark;
import com.acme.eight.sagas.Pattern;
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

    private final World world;

    private Row(World world) {
        this.world = world;
    }

    /**
     * Reads ledgers and status.
     *
     * @param told what the caller was told
     * @param when when that was
     */
    static String of(World world, String told, String when) {
        SagaStatus status = world.status();
        Row row = new Row(world);
        return row(
                world.pattern,
                told,
                when,
                row.done(),
                row.undone(),
                status.steps().stream()
                        .map(step -> step.state().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                status.state().name(),
                world.notices.stream().map(notice -> notice.step()).distinct().collect(Collectors.joining(", ")));
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
        if (!world.pattern.beginsAtOnce()) {
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
        return world.pattern.undoesOneByOne()
                ? String.join(", ", steps)
                : steps.stream().sorted(inFlow()).collect(Collectors.joining(" + "));
    }

    private List<String> steps(Mark mark) {
        return world.shop.lines(world.order.orderId()).stream()
                .filter(line -> line.mark() == mark)
                .map(Line::call)
                .map(call -> call.step())
                .toList();
    }

    private static Comparator<String> inFlow() {
        return Comparator.comparing(FLOW::indexOf);
    }
}
