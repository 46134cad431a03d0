package dev.skald.runtime.internal.client;

import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.Answers;
import dev.skald.runtime.internal.wire.Ending;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a saga's outcome, and between whiles asks whether the saga is stuck, because then there is none while the
 * caller wants an answer.
 *
 * @param <R> the saga's result
 */
final class Waiting<R extends @Nullable Object> {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WorkflowStub stub;
    private final Results<R> results;
    private final Questions questions;
    private final SagaType<R> type;
    private final Causes causes;
    private final Rest rest;

    Waiting(WorkflowStub stub, Results<R> results, Questions questions, SagaType<R> type, Causes causes, Rest rest) {
        this.stub = stub;
        this.results = results;
        this.questions = questions;
        this.type = type;
        this.causes = causes;
        this.rest = rest;
    }

    R forResult() {
        while (true) {
            Optional<Outcome.Done<R>> done = forResult(Duration.ofDays(1));
            if (done.isPresent()) {
                return done.get().result();
            }
        }
    }

    /** The result, or nothing if the saga is neither over nor stuck in that time. */
    Optional<Outcome.Done<R>> forResult(Duration waitAtMost) {
        long end = System.nanoTime() + waitAtMost.toNanos();
        Duration turn = FIRST;
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            boolean last = left.compareTo(turn) <= 0;
            long begun = System.nanoTime();
            try {
                return Optional.of(new Outcome.Done<>(results.within(last ? left : turn)));
            } catch (TimeoutException stillOpen) {
                throwIfStuck(last ? FIRST : PATIENCE);
                if (last) {
                    return Optional.empty();
                }
                rest.afterTurn(begun, turn);
                turn = turn.multipliedBy(2).compareTo(LONGEST) < 0 ? turn.multipliedBy(2) : LONGEST;
            } catch (WorkflowFailedException failed) {
                return Optional.of(new Outcome.Done<>(resultInSpiteOf(failed)));
            }
        }
    }

    private void throwIfStuck(Duration atMost) {
        Optional<Ending> ending = questions.ask(Answers.ENDING, Ending.class, atMost);
        if (ending.isPresent() && isStuck(ending.get().state())) {
            throw causes.failure(ending.get(), new IllegalStateException("the saga is stuck"));
        }
    }

    /** A saga that answers early has done so before an undo can fail: its answer is only late. */
    private boolean isStuck(SagaState state) {
        return state == SagaState.ESCALATED || (state == SagaState.COMPENSATION_FAILED && !type.answersEarly());
    }

    private R resultInSpiteOf(WorkflowFailedException closed) {
        if (causes.isEnding(closed)) {
            throw causes.failure(closed);
        }
        var workflow = stub.describe();
        Optional<Ending> kept = Memos.ending(workflow);
        if (kept.isPresent() && kept.get().state() == SagaState.COMPLETED) {
            return Memos.result(workflow, type);
        }
        // Terminated, or ended by a timeout: what it had come to is still in its history.
        Optional<Ending> ending = kept.isPresent() ? kept : questions.ask(Answers.ENDING, Ending.class, PATIENCE);
        throw ending.map(it -> causes.failure(it, closed)).orElseGet(() -> causes.failure(closed));
    }
}
