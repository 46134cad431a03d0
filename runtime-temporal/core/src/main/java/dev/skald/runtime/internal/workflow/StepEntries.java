package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.InnerNews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The records of a saga's steps in the order written; a step in a loop has one for each round that has begun. */
final class StepEntries {

    private static final Set<StepState> ASKED =
            EnumSet.of(StepState.RUNNING, StepState.NEEDS_ATTENTION, StepState.DONE);

    private final SagaShape saga;
    private final List<StepEntry> entries = new ArrayList<>();

    StepEntries(SagaShape saga) {
        this.saga = saga;
        saga.steps().forEach(step -> entries.add(new StepEntry(step, 0)));
    }

    /** The record of a step in a round, made where the round has none yet. */
    StepEntry step(StepShape step, int iteration) {
        List<StepEntry> rounds =
                entries.stream().filter(entry -> entry.shape() == step).toList();
        if (rounds.isEmpty()) {
            throw new IllegalStateException(
                    "step " + step.name() + " is not among the steps of " + saga.name() + ".v" + saga.version());
        }
        return rounds.stream()
                .filter(entry -> entry.iteration() == iteration)
                .findFirst()
                .orElseGet(() -> begin(new StepEntry(step, iteration), rounds));
    }

    /** The round takes the place of the step that had not begun, or comes after the rounds before it. */
    private StepEntry begin(StepEntry round, List<StepEntry> others) {
        StepEntry first = others.get(0);
        if (first.iteration() == 0) {
            entries.set(entries.indexOf(first), round);
        } else {
            long before = others.stream()
                    .filter(other -> other.iteration() < round.iteration())
                    .count();
            entries.add(entries.indexOf(first) + Math.toIntExact(before), round);
        }
        return round;
    }

    Optional<StepEntry> find(String label) {
        // In branches that exclude each other there may be two of the same name.
        return entries.stream()
                .filter(entry -> entry.label().equals(label))
                .min(Comparator.comparing(entry -> entry.state() == StepState.PENDING));
    }

    boolean isAnyIn(StepState state) {
        return entries.stream().anyMatch(step -> step.state() == state);
    }

    /** Whether a step was asked, and has not refused, after which nothing is undone. */
    boolean isPastPivot() {
        return entries.stream()
                .filter(step -> step.shape().kind().isPointOfNoReturn())
                .anyMatch(step -> ASKED.contains(step.state()));
    }

    /** The saga has taken another way. */
    void skipPending() {
        entries.stream()
                .filter(step -> step.state() == StepState.PENDING)
                .forEach(step -> step.become(StepState.SKIPPED));
    }

    void forgetPending() {
        entries.removeIf(step -> step.state() == StepState.PENDING);
    }

    /** What inner sagas that are waited for have said when they asked for help. */
    Stream<InnerNews> newsOfInner() {
        return entries.stream().flatMap(step -> step.stuckInside().stream());
    }

    List<StepStatus> statuses() {
        return entries.stream().map(StepEntry::status).toList();
    }
}
