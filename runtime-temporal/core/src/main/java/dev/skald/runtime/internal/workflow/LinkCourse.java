package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.Failures;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all links have in common from their beginning to their end. It runs detached from Temporal's cancellation, as a
 * {@link Flow} does.
 */
final class LinkCourse {

    private final LinkParts link;
    private final LinkWay way;
    private final LinkReporter reporter;
    private final LinkClosing closing;

    LinkCourse(LinkParts link, LinkWay way) {
        this.link = link;
        this.way = way;
        this.reporter = new LinkReporter(link);
        this.closing = new LinkClosing(link, way);
    }

    /** In what it differs from those of other patterns. */
    LinkWay way() {
        return way;
    }

    /**
     * Runs the link to its end.
     *
     * @param body generated code
     * @return what the body returns, if the saga goes on or is completed
     * @throws TemporalFailure if the saga is not completed: the workflow fails with it
     */
    @Nullable
    Object run(Supplier<? extends @Nullable Object> body) {
        link.stops().hearCancel();
        CancellationScope workflow = CancellationScope.current();
        CompletablePromise<@Nullable Object> result = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> result.complete(complete(body, workflow)))
                .run();
        return result.get();
    }

    private @Nullable Object complete(Supplier<? extends @Nullable Object> body, CancellationScope workflow) {
        if (link.place().isFront()) {
            link.stops().startClock(link.place().saga(), this::late);
        }
        reporter.begin();
        try {
            requireMayBegin();
            Object result = Groups.<@Nullable Object>whole(() -> way.take(body));
            link.standing().over();
            link.journal().ends(SagaState.COMPLETED);
            link.answer().completed(result);
            closing.close(workflow, result);
            return result;
        } catch (StepFailed failed) {
            throw fail(failed, workflow);
        } catch (DeclaredError error) {
            throw fail(StepFailed.refused(Failures.inFlow(error)), workflow);
        } catch (Abandoned abandoned) {
            StepFailed why = link.standing().failed().orElseGet(() -> StepFailed.fault(abandoned.why()));
            throw end(why, true, workflow);
        } catch (TemporalFailure failure) {
            throw fail(StepFailed.fault(failure), workflow);
        }
    }

    /** A link that comes too late, or that was told to stop before it began, does not begin. */
    private void requireMayBegin() {
        if (link.place().isLate()) {
            link.place().saga().deadline().ifPresent(link.stops()::late);
        }
        link.stops().goOnUnlessStopped();
    }

    private TemporalFailure fail(StepFailed failed, CancellationScope workflow) {
        Optional<NextLink<?>> next = link.standing().next();
        if (way.isPastPivot() && next.isEmpty()) {
            // Nothing may be undone any more, and nothing may be lost: the task fails until the code is mended.
            throw new IllegalStateException(link.shape().name() + " failed after its pivot", failed.why());
        }
        boolean isGivenUp = below().filter(LinkEnding::isGivenUp).isPresent()
                || Abandoned.TYPE.equals(failed.firstError().type());
        return end(failed, isGivenUp, workflow);
    }

    private TemporalFailure end(StepFailed failed, boolean isGivenUp, CancellationScope workflow) {
        way.settle(failed, isGivenUp);
        link.standing().over();
        link.standing().failsOf(failed);
        link.journal().failsOf(failed);
        link.journal().ends(isAsIfNothingHappened() ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        Ending ending = link.standing().ending();
        TemporalFailure failure = Endings.failure(link.shape(), ending, ending.state(), failed);
        link.answer().failed(failure);
        closing.close(workflow, null);
        return failure;
    }

    private boolean isAsIfNothingHappened() {
        return below().map(LinkEnding::isCompensated).orElse(true)
                && way.isAsIfNothingHappened()
                && link.helpdesk().abandonedBy().isEmpty();
    }

    /** How those after it were not completed; empty if they are still open, or were. */
    private Optional<LinkEnding> below() {
        return link.standing().next().flatMap(NextLink::ending);
    }

    /** The saga's time is over: past the pivot that is one more reason to call for help. */
    void late() {
        if (way.isPastPivot()) {
            link.stops().deadline().ifPresent(link.alarm()::late);
        }
    }
}
