package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.State;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.UndoRecord;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a participant of each moment that the saga names, and of the end. One call goes out after the other; of several
 * values that wait only the newest is told. A saga whose definition does not say so pays nothing for it.
 */
public final class Telling {

    /** What each call is for, where others have a step's name; no step can be called so. */
    private static final String STEP = "on state change";

    /** How many values may still be told between an inner saga's handing back and its end. */
    private static final int STILL_TO_COME = 2;

    private final SagaShape saga;
    private final Calls calls;
    private final Stops stops;
    private final Journal journal;
    private final Notices notices;
    private @Nullable Consumer<String> call;
    private boolean isAwaited;
    private @Nullable String newest;
    private @Nullable String sent;
    private int changes;
    private int told;
    private int number;
    private boolean isRunning;
    private boolean adminKnows;

    Telling(SagaShape saga, Calls calls, Stops stops, Journal journal, Notices notices) {
        this.saga = saga;
        this.calls = calls;
        this.stops = stops;
        this.journal = journal;
        this.notices = notices;
    }

    /**
     * Says how the participant is told.
     *
     * @param call generated code that makes one call, given the state
     */
    public void by(Consumer<String> call) {
        this.call = call;
    }

    /** The same in the undoing of a saga, which has made so many calls itself. */
    void by(Consumer<String> again, int calls) {
        by(again);
        number = calls;
    }

    /** The saga begins; if so, its steps wait until their moment is told. */
    void begin(boolean awaited) {
        if (saga.onStateChange().isPresent() != isThere()) {
            throw new IllegalStateException(
                    saga.name() + " and its shape differ in whether somebody is told its state");
        }
        isAwaited = awaited;
    }

    /** Whether anybody is told anything. */
    boolean isThere() {
        return call != null;
    }

    /** Whether the saga's steps, and its caller, wait until it is told. */
    boolean isAwaited() {
        return isAwaited;
    }

    /** The saga is in another state from now on. */
    void changed(String state) {
        if (!isThere() || state.equals(newest)) {
            return;
        }
        newest = state;
        changes++;
        if (!isRunning) {
            isRunning = true;
            Async.procedure(this::tellAll);
        }
    }

    /** Waits until all is told that there has been to tell, or there is a reason not to. */
    void untilTold(Supplier<Boolean> reason) {
        int all = changes;
        if (told < all) {
            Workflow.await(() -> told >= all || reason.get());
        }
    }

    /** Tells what there is to tell. Public because Temporal's lambdas can be serialized. */
    public void tellAll() {
        while (told < changes) {
            int all = changes;
            String state = newest;
            if (state != null && !state.equals(sent)) {
                sent = state;
                tell(state, () -> changes > all);
            }
            told = all;
        }
        isRunning = false;
    }

    private void tell(String state, Supplier<Boolean> isOld) {
        CallShape shape = saga.onStateChange().orElseThrow();
        StepShape step = step(shape, state);
        StepEntry entry = new StepEntry(step, ++number);
        Pauses pauses = new Pauses(shape, step.wording());
        Object shown = journal.shows("%s to be told %s".formatted(shape.taskQueue(), state));
        try {
            boolean over = isOver(call(entry, Undoing.firstRound(shape), state), state);
            while (!over && !isOld.get()) {
                pauses.pauseUnless(isOld);
                over = isOld.get() || isOver(call(entry, shape, state), state);
            }
        } finally {
            journal.waited(shown);
        }
    }

    private CallOutcome<StepEntry> call(StepEntry entry, CallShape shape, String state) {
        // Where nobody waits for it, nothing has to end it.
        CallSite site = isAwaited ? CallSite.doing(entry, shape, false, stops) : CallSite.doing(entry, shape, false);
        return calls.at(site, () -> {
            Optional.ofNullable(call).orElseThrow().accept(state);
            return entry;
        });
    }

    /** Whether no more is to be done about it: it is told, was to be told no longer, or its attempts are used up. */
    private boolean isOver(CallOutcome<StepEntry> outcome, String state) {
        if (outcome instanceof CallOutcome.Done) {
            adminKnows = false;
            return true;
        }
        CallShape shape = saga.onStateChange().orElseThrow();
        boolean endless = Undoing.isEndless(shape);
        boolean interrupted = outcome.failure().getCause() instanceof CanceledFailure;
        if (!interrupted && !adminKnows) {
            notices.notTold(STEP, shape.taskQueue(), state, outcome.failure());
            adminKnows = endless;
        }
        return interrupted || !endless;
    }

    private static StepShape step(CallShape shape, String state) {
        StepShape.Builder step = StepShape.readonly(STEP)
                .wording("tell %s %s".formatted(shape.taskQueue(), state))
                .call(shape);
        return Moves.isMoment(state) ? step.moment(new Moment(state)).build() : step.build();
    }

    /** What it takes to tell of the end when the saga is undone later, from another workflow. */
    UndoRecord.@Nullable StateChange record() {
        Consumer<String> telling = call;
        if (telling == null) {
            return null;
        }
        UndoCall compensated = calls.record(() -> telling.accept(SagaState.COMPENSATED.name()));
        UndoCall resolved = calls.record(() -> telling.accept(SagaState.RESOLVED_MANUALLY.name()));
        return new UndoRecord.StateChange(
                number + STILL_TO_COME, compensated.type(), compensated.asked(), resolved.asked());
    }

    /**
     * A moment that is told.
     *
     * @param name its name
     */
    private record Moment(String name) implements State {
        @Override
        public Set<State> successors() {
            return Set.of();
        }
    }
}
