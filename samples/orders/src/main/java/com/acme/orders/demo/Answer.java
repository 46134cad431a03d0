package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a saga told its caller.
 *
 * @param state the saga's state at that time
 * @param what what the caller got or caught, in words
 * @param failed whether it was caught
 * @param error the participant's error behind it, if any
 * @param undone the steps that were undone by then, in the order written
 * @param inFlight the steps that had not been answered by then, in the order written
 */
record Answer(
        SagaState state,
        String what,
        boolean failed,
        Optional<DeclaredError> error,
        List<String> undone,
        List<String> inFlight) {

    /** What comes of the call that waits for it. */
    static Answer of(Supplier<Outcome<Confirmation>> call) {
        try {
            return call.get() instanceof Outcome.Done<Confirmation> done
                    ? got(SagaState.COMPLETED, String.valueOf(done.result()))
                    : got(SagaState.RUNNING, "no answer yet");
        } catch (SagaFailed failed) {
            return caught(failed);
        }
    }

    private static Answer got(SagaState state, String what) {
        return new Answer(state, what, false, Optional.empty(), List.of(), List.of());
    }

    private static Answer caught(SagaFailed failed) {
        return new Answer(
                failed.outcome(),
                "%s: %s".formatted(failed.getClass().getSimpleName(), failed.outcome()),
                true,
                failed.getCause() instanceof DeclaredError error ? Optional.of(error) : Optional.empty(),
                labels(failed, StepState.COMPENSATED),
                labels(failed, StepState.RUNNING));
    }

    private static List<String> labels(SagaFailed failed, StepState state) {
        return failed.steps().stream()
                .filter(step -> step.state() == state)
                .map(StepStatus::label)
                .toList();
    }

    /** The whole answer, in words. */
    String inWords() {
        return failed ? "catches %s, caused by %s".formatted(what, cause()) : "gets " + what;
    }

    /** The error with its fields, in words. */
    String cause() {
        return error.map(cause -> cause.errorFields().toString().replaceFirst("^Fields", cause.getMessage()))
                .orElse("no error of a participant");
    }
}
