package com.acme.eight.demo;

import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Ledger.Mark;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was seen of one order.
 *
 * @param placed the order
 * @param answer what its caller was told
 * @param status where the saga and its steps stand
 * @param lines what the ledgers say
 * @param settled when it was seen that the saga is over, or needs a person
 * @param events how many events its histories have by then
 */
record Run(Placed placed, Placed.Answer answer, SagaStatus status, List<Line> lines, Instant settled, long events) {

    Pattern pattern() {
        return placed.pattern();
    }

    Occasion occasion() {
        return placed.occasion();
    }

    /** The workflow id. */
    String saga() {
        return placed.handle().workflowId();
    }

    boolean isStopped() {
        return status.state() == SagaState.RUNNING;
    }

    /** An operator says that what stopped has been done by hand, and the saga goes on to its end. */
    void settle() {
        status.steps().stream()
                .filter(step -> step.state() == StepState.NEEDS_ATTENTION)
                .forEach(
                        step -> placed.handle().operator("demo", "done by hand").confirmDone(step.name()));
        placed.awaitEnd();
    }

    Duration answeredAfter() {
        return Duration.between(placed.at(), answer.at());
    }

    Duration consistentAfter() {
        return Duration.between(placed.at(), settled);
    }

    /** How many of the undos were confirmed when the caller was told. */
    String undoneByThen() {
        long undone = lines.stream()
                .filter(line -> line.mark() == Mark.UNDONE)
                .filter(line -> !line.at().isAfter(answer.at()))
                .count();
        return "%d of %d".formatted(undone, count(Mark.UNDONE));
    }

    String steps(Mark mark) {
        String steps = lines.stream()
                .filter(line -> line.mark() == mark)
                .map(line -> line.call().step())
                .collect(Collectors.joining(", "));
        return steps.isEmpty() ? "–" : steps;
    }

    String state() {
        return status.state() + (isStopped() ? ", NEEDS_ATTENTION" : "");
    }

    private long count(Mark mark) {
        return lines.stream().filter(line -> line.mark() == mark).count();
    }

    /** What is otherwise than the saga promises, a sentence each. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        SagaState promised = occasion() != Occasion.REFUSED
                ? SagaState.COMPLETED
                : pattern().undoes() ? SagaState.COMPENSATED : SagaState.RUNNING;
        compare(differences, "its state", promised, status.state());
        compare(
                differences,
                "undone steps",
                promised == SagaState.COMPENSATED ? count(Mark.DONE) : 0,
                count(Mark.UNDONE));
        // A verdict may overtake a request there, which then is never made.
        if (!(pattern().beginsAtOnce() && !pattern().isOrchestrated())) {
            compare(differences, "done steps", occasion() == Occasion.REFUSED ? 2L : 5L, count(Mark.DONE));
        }
        return differences;
    }

    private void compare(List<String> differences, String what, Object promised, Object seen) {
        if (!promised.equals(seen)) {
            differences.add("%s, %s: %s should have been %s, and was %s."
                    .formatted(pattern().title(), occasion().title(), what, promised, seen));
        }
    }
}
