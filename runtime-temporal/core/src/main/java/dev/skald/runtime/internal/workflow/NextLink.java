package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.LinkShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.FirstError;
import dev.skald.runtime.internal.wire.LinkAnswer;
import dev.skald.runtime.internal.wire.LinkBeginnings.Beginning;
import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkNews;
import dev.skald.runtime.internal.wire.LinkStop;
import dev.skald.runtime.internal.wire.PlainJson;
import dev.skald.runtime.internal.wire.Texts;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The next link of a chain, as the one before it sees it: it is waited for until it answers, or tells that what can be
 * undone below is undone. Whether it has begun at all is asked only when that matters.
 *
 * @param <R> what it answers with if it is completed
 */
final class NextLink<R> {

    /** The failure type of a saga one of whose links has not begun in time. */
    static final String NOT_BEGUN = "dev.skald.NotBegun";

    /** How long a link that was told to stop is waited for, before it is asked whether it has begun. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LinkShape shape;
    private final StartedLink<R> started;
    private final Class<R> resultClass;
    private final Type resultType;
    private final Stops stops;
    private @Nullable LinkNews news;
    private @Nullable LinkAnswer answer;
    private @Nullable RawValue answered;
    private @Nullable ApplicationFailure neverBegun;
    private @Nullable ApplicationFailure passedOn;
    private boolean latePassedOn;
    private boolean isAskedFor;

    /**
     * A link that has been started.
     *
     * @param shape the link's shape
     * @param started its workflow
     * @param resultClass the class of its answer
     * @param resultType the full type of its answer
     * @param stops what may stop this link, which is passed on
     */
    NextLink(LinkShape shape, StartedLink<R> started, Class<R> resultClass, Type resultType, Stops stops) {
        this.shape = shape;
        this.started = started;
        this.resultClass = resultClass;
        this.resultType = resultType;
        this.stops = stops;
    }

    void hear(LinkNews told) {
        if (told.workflowId().equals(started.workflowId())) {
            news = told;
        }
    }

    void hear(LinkAnswer told, @Nullable RawValue result) {
        if (told.workflowId().equals(started.workflowId())) {
            answer = told;
            answered = result;
        }
    }

    /** What it has told while it is open. */
    Optional<LinkNews> news() {
        return isOver() ? Optional.empty() : Optional.ofNullable(news);
    }

    /** Whether nothing more will come from it. */
    boolean isOver() {
        TemporalFailure failure = started.failure();
        boolean terminatedAsNotBegun = isAskedFor && failure != null && failure.getCause() instanceof TerminatedFailure;
        return neverBegun != null || answer != null || (started.isClosed() && !terminatedAsNotBegun);
    }

    /** How it was not completed; empty while it is open, or where it was. */
    Optional<LinkEnding> ending() {
        if (neverBegun != null) {
            return Optional.of(LinkEnding.neverBegun(neverBegun));
        }
        if (answer != null) {
            return Optional.of(answer)
                    .filter(it -> it.ending().state() != SagaState.COMPLETED)
                    .map(LinkEnding::of);
        }
        return Optional.ofNullable(started.failure()).map(LinkEnding::of);
    }

    /** Where its steps stand, as far as it has told. */
    List<StepStatus> steps() {
        return ending().map(LinkEnding::steps).orElseGet(() -> news == null ? List.of() : news.steps());
    }

    /**
     * Waits for what it answers.
     *
     * @param pastPivot whether nothing before it may be undone any more
     * @throws StepFailed if it is not completed; it may be open then, because something of it is stuck
     */
    @Nullable
    R untilAnswered(boolean pastPivot) {
        if (!pastPivot) {
            shape.mustBeginWithin().ifPresent(this::untilItMustHaveBegun);
        }
        while (!hasSpoken()) {
            Workflow.await(() -> hasSpoken() || stopToPassOn().isPresent());
            if (!hasSpoken()) {
                stopToPassOn().ifPresent(stop -> passOn(stop, pastPivot));
            }
        }
        return result();
    }

    /**
     * Returns when it has begun, if that is bounded; one that has not is told to stop, and then perhaps never begins.
     */
    void untilBegun(Supplier<Boolean> isKnown) {
        shape.mustBeginWithin().ifPresent(limit -> {
            Clock.await(limit, shape.step().name() + " must begin", () -> isKnown.get() || isOver());
            if (!isKnown.get() && !isOver() && beginning(false) == Beginning.NOT_YET) {
                stop(notBegun(limit));
            }
        });
    }

    /** Why it will never begin, if that is so. */
    Optional<ApplicationFailure> neverBegun() {
        return Optional.ofNullable(neverBegun);
    }

    /** Waits until nothing more will come from it, now that it has been told to stop for that reason. */
    void untilSettled(ApplicationFailure reason) {
        Clock.await(PATIENCE, "whether " + shape.step().name() + " stops", this::isOver);
        if (!isOver() && beginning(true) == Beginning.STOPPED_BEFORE) {
            neverBegun = reason;
        }
        untilOver();
    }

    String workflowId() {
        return started.workflowId();
    }

    /** Waits until nothing more will come from it. */
    void untilOver() {
        Workflow.await(this::isOver);
    }

    private boolean hasSpoken() {
        return isOver() || (news != null && news.undoOn());
    }

    private @Nullable R result() {
        ending().ifPresent(ending -> {
            throw ending.failed();
        });
        if (answer != null) {
            return answered == null
                    ? null
                    : PlainJson.CONVERTER.fromPayload(answered.getPayload(), resultClass, resultType);
        }
        if (!isOver() && news != null) {
            FirstError error = news.error() == null ? new FirstError(null, "it is stuck", null) : news.error();
            throw StepFailed.elsewhere(error.failure(), error, news.refused());
        }
        return started.result();
    }

    /** The timer is left open when the link answers, because to end it would cost an event. */
    private void untilItMustHaveBegun(Duration limit) {
        Promise<Void> timer = Workflow.newTimer(
                limit,
                TimerOptions.newBuilder()
                        .setSummary(Texts.cut(shape.step().name() + " must begin", Texts.SUMMARY_BYTES))
                        .build());
        Workflow.await(
                () -> timer.isCompleted() || hasSpoken() || stopToPassOn().isPresent());
        if (!hasSpoken() && stopToPassOn().isEmpty() && beginning(false) == Beginning.NOT_YET) {
            stop(notBegun(limit));
        }
    }

    private ApplicationFailure notBegun(Duration limit) {
        return ApplicationFailure.newNonRetryableFailure(
                "%s has not begun within %s".formatted(started.workflowId(), limit), NOT_BEGUN);
    }

    private Optional<ApplicationFailure> stopToPassOn() {
        if (passedOn == null && stops.noted().isPresent()) {
            return stops.noted();
        }
        return latePassedOn ? Optional.empty() : stops.deadline();
    }

    private void passOn(ApplicationFailure reason, boolean pastPivot) {
        latePassedOn = latePassedOn || stops.deadline().isPresent();
        if (pastPivot || passedOn != null) {
            tell(reason);
        } else {
            stop(reason);
        }
    }

    /** Has it stop; one that has not begun by then never will, and is not waited for. */
    void stop(ApplicationFailure reason) {
        passedOn = reason;
        tell(reason);
        Clock.await(PATIENCE, "whether " + shape.step().name() + " stops", this::hasSpoken);
        if (!hasSpoken() && beginning(true) == Beginning.STOPPED_BEFORE) {
            neverBegun = reason;
        }
    }

    /** Tells it to stop, and does not wait for what becomes of that. */
    void tell(ApplicationFailure reason) {
        try {
            started.workflow()
                    .signal(
                            LinkMessages.STOP,
                            new LinkStop(String.valueOf(reason.getType()), reason.getOriginalMessage()));
        } catch (TemporalFailure | SignalExternalWorkflowException over) {
            // What has become of it is seen from its answer.
        }
    }

    private Beginning beginning(boolean isStopped) {
        isAskedFor = isStopped;
        Promise<Beginning> asked = started.beginning(isStopped);
        Workflow.await(() -> asked.isCompleted() || hasSpoken());
        isAskedFor = false;
        return asked.isCompleted() ? asked.get() : Beginning.BEGUN;
    }
}
