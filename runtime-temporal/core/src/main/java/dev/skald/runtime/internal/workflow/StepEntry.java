package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.InnerNews;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step, or one round of it, in the journal; only the journal changes it. */
final class StepEntry {

    private final StepShape shape;
    private final int iteration;
    private StepState state = StepState.PENDING;
    private @Nullable String lastError;
    private @Nullable String settled;
    private @Nullable ExpectedResult expected;
    private @Nullable String waitingFor;
    private @Nullable String activityId;
    private @Nullable InnerNews stuckInside;

    StepEntry(StepShape shape, int iteration) {
        this.shape = shape;
        this.iteration = iteration;
    }

    StepShape shape() {
        return shape;
    }

    int iteration() {
        return iteration;
    }

    StepState state() {
        return state;
    }

    String label() {
        return status().label();
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** What its operation is to answer with, known once it has been called. */
    Optional<ExpectedResult> expected() {
        return Optional.ofNullable(expected);
    }

    void expects(ExpectedResult result) {
        expected = result;
    }

    void settledBy(String decision) {
        settled = decision;
    }

    void become(StepState next) {
        state = next;
    }

    void failed(Throwable failure) {
        lastError = Failures.inWords(failure);
    }

    void waitsFor(@Nullable String participant, @Nullable String activity) {
        waitingFor = participant;
        activityId = activity;
    }

    void stuckInside(@Nullable InnerNews news) {
        stuckInside = news;
    }

    /** What the inner saga that it waits for has said when it asked for help. */
    Optional<InnerNews> stuckInside() {
        return Optional.ofNullable(stuckInside);
    }

    StepStatus status() {
        return new StepStatus(shape.name(), iteration, state, 0, lastError, settled, waitingFor, activityId);
    }
}
