package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.LinkShape;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.LinkAnswer;
import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkStop;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The course of one link of a chain: its own step, the hand-over to the next link, and what follows when one of them is
 * not done. It runs detached from Temporal's cancellation, as a {@link Flow} does.
 */
public final class LinkFlow {

    private final SagaShape saga;
    private final StepShape own;
    private final SagaShape shape;
    private final Journal journal;
    private final Calls calls;
    private final Stops stops = new Stops();
    private final EarlyAnswer answer = new EarlyAnswer();
    private final Helpdesk helpdesk;
    private final Alarm alarm;
    private final Undos undos;
    private final Telling telling;
    private final LinkStanding standing;
    private final LinkTalk talk = new LinkTalk(stops);
    private @Nullable Steps steps;
    private @Nullable Chain chain;
    private boolean isFront;
    private boolean isEventual;
    private boolean isAtOnce;
    private boolean ownIsOver;
    private boolean handedOn;
    private boolean over;

    /**
     * A link's course, at its beginning.
     *
     * @param saga what never changes about the saga
     * @param own the link's own step
     */
    public LinkFlow(SagaShape saga, StepShape own) {
        this.saga = saga;
        this.own = own;
        this.shape = LinkStates.shapeOf(saga, own);
        this.journal = new Journal(shape);
        this.calls = new Calls(shape.name(), journal, journal::sagaId);
        this.helpdesk = new Helpdesk(journal);
        Notices notices = new Notices(shape, journal);
        this.alarm = new Alarm(journal, helpdesk, notices);
        this.undos = new Undos(shape, calls, journal, helpdesk, alarm);
        this.telling = new Telling(shape, calls, stops, journal, notices);
        this.standing = new LinkStanding(saga, own, journal);
        journal.observedBy(this::changed);
        Workflow.registerListener(new AnswersOfLink(journal, standing));
        Workflow.registerListener(new UpdatesOfSaga(helpdesk, stops, answer));
        Workflow.registerListener(new MessagesOfLink(this));
    }

    /**
     * How stubs ask participants.
     *
     * @return the calls of this link
     */
    public Calls calls() {
        return calls;
    }

    /**
     * How the link's step is taken.
     *
     * @return the steps of this link
     */
    public Steps steps() {
        if (steps == null) {
            throw new IllegalStateException("step " + own.name() + " was taken outside of its link's body");
        }
        return steps;
    }

    /**
     * How steps would run at the same time, which those of a chain do not.
     *
     * @return the groups of this link
     */
    public Groups groups() {
        return new Groups(steps(), stops, () -> new Branches(failed -> {}));
    }

    /**
     * Says how a participant is told the saga's state.
     *
     * @param call generated code that makes one call, given the state
     */
    public void onStateChange(Consumer<String> call) {
        // Each of its calls has a key of its own in the whole saga.
        telling.by(call, saga.steps().indexOf(own) * LinkStates.CALLS_OF_A_LINK);
    }

    private void changed(String state) {
        boolean isEnd =
                Arrays.stream(SagaState.values()).anyMatch(end -> end.name().equals(state));
        if (!isEnd || tellsTheEnd()) {
            telling.changed(state);
        }
    }

    private boolean tellsTheEnd() {
        return !handedOn && (isFront || chain().answersNobody());
    }

    /**
     * Runs a link of a saga that is all or nothing.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return the link's answer
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object atomic(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        Steps taken = begin(handed, stops, true);
        if (chain().pastPivot()) {
            taken.goPastPivot();
        }
        return run(body);
    }

    /**
     * Runs a link of a saga that agrees in time.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return the link's answer
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object eventual(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        isEventual = true;
        // A step that has begun is not stopped: a stop only keeps others from beginning.
        Steps taken = begin(handed, new Stops(), false);
        taken.goPastPivot();
        taken.keepRefused(standing::failsOf);
        return run(body);
    }

    /**
     * Runs a link of a saga that is all or nothing and whose links work at the same time.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return what the body returns
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object atomicAtOnce(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        isAtOnce = true;
        Steps taken = begin(handed, stops, true);
        taken.tellDone(this::ownIsDone);
        if (isFront) {
            talk.takeToken();
        }
        return run(() -> {
            Async.procedure(this::passToken);
            Object result = body.get();
            ownIsOver();
            untilHeard(() -> isFront ? talk.isAllDone() : talk.isEnded());
            return result;
        });
    }

    /** A step that cannot be undone begins when all before it are done. */
    public void awaitTurn() {
        if (isAtOnce && (own.kind() == StepKind.PIVOT || own.kind() == StepKind.RETRIABLE)) {
            untilHeard(talk::hasToken);
        }
    }

    /**
     * Waits for the result of another link's step.
     *
     * @param step the step
     * @param resultClass the class of its result
     * @param resultType the full type of its result
     * @param <R> the result
     * @return the result; empty if the step is not taken
     */
    public <R> Optional<R> result(StepShape step, Class<R> resultClass, Type resultType) {
        if (saga.steps().indexOf(step) > saga.steps().indexOf(own)) {
            // Nothing that comes later can be of use to the link's own step.
            ownIsOver();
        }
        untilHeard(() -> talk.hasHeardOf(step.name()));
        return talk.result(step.name(), resultClass, resultType);
    }

    private void untilHeard(Supplier<Boolean> what) {
        Workflow.await(() -> what.get() || isLeft());
        leaveIfLeft();
    }

    private boolean isLeft() {
        return talk.verdict().isPresent() || stops.noted().isPresent();
    }

    private void leaveIfLeft() {
        talk.verdict().ifPresent(verdict -> {
            throw verdict;
        });
        leaveIfStopped();
    }

    private void ownIsDone(@Nullable Object result) {
        ownIsOver = true;
        talk.done(own.name(), result);
    }

    private void ownIsOver() {
        if (!ownIsOver) {
            ownIsOver = true;
            talk.skipped(own.name());
        }
    }

    /**
     * Passes the token once the link has it and its own step is over; from then on a stop is for the links below to
     * take or leave. Public because Temporal's lambdas can be serialized.
     */
    public void passToken() {
        Workflow.await(() -> over || isLeft() || (ownIsOver && talk.hasToken()));
        if (!over && !isLeft()) {
            stops.close("all before the next link is done");
            stops.passOn(this::passStopOn);
            talk.passToken();
        }
    }

    private void passStopOn(ApplicationFailure reason) {
        standing.next().ifPresent(next -> Async.procedure(() -> stopNext(next, reason)));
    }

    /** Public because Temporal's lambdas can be serialized. */
    public void stopNext(NextLink<?> next, ApplicationFailure reason) {
        next.stop(reason);
        next.neverBegun().map(StepFailed::fault).ifPresent(talk::fails);
    }

    /** Public because Temporal's lambdas can be serialized. */
    public void watch(NextLink<?> next) {
        next.untilBegun(() -> over || isLeft());
        next.neverBegun().ifPresent(why -> {
            talk.fails(StepFailed.fault(why));
            stops.stop(why);
        });
    }

    private Steps begin(@Nullable Chain handed, Stops ofSteps, boolean tellsAwaited) {
        isFront = handed == null;
        chain = handed == null ? front() : handed;
        journal.knownAs(chain.sagaId());
        telling.begin(tellsAwaited);
        steps = new Steps(journal, calls, ofSteps, telling, undos, alarm);
        return steps;
    }

    private Chain front() {
        Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        return new Chain(
                journal.sagaId(),
                journal.workflowId(),
                saga.deadline().map(now::plus).orElse(null),
                false,
                false,
                false);
    }

    private Chain chain() {
        if (chain == null) {
            throw new IllegalStateException("the link of step " + own.name() + " has not begun");
        }
        return chain;
    }

    private @Nullable Object run(Supplier<? extends @Nullable Object> body) {
        stops.hearCancel();
        CancellationScope workflow = CancellationScope.current();
        CompletablePromise<@Nullable Object> result = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> result.complete(complete(body, workflow)))
                .run();
        return result.get();
    }

    private @Nullable Object complete(Supplier<? extends @Nullable Object> body, CancellationScope workflow) {
        if (isFront) {
            stops.startClock(saga, this::late);
        }
        Async.procedure(this::tellNews);
        try {
            requireMayBegin();
            Object result = Groups.<@Nullable Object>whole(body::get);
            over = true;
            journal.ends(SagaState.COMPLETED);
            answer.completed(result);
            close(workflow, result);
            return result;
        } catch (StepFailed failed) {
            throw fail(failed, workflow);
        } catch (DeclaredError error) {
            throw fail(StepFailed.refused(Failures.inFlow(error)), workflow);
        } catch (Abandoned abandoned) {
            StepFailed why = standing.failed().orElseGet(() -> StepFailed.fault(abandoned.why()));
            tellFailed(why);
            throw end(why, workflow);
        } catch (TemporalFailure failure) {
            throw fail(StepFailed.fault(failure), workflow);
        }
    }

    /** A link that comes too late, or that was told to stop before it began, does not begin. */
    private void requireMayBegin() {
        Instant deadline = chain().deadline();
        if (deadline != null && !deadline.isAfter(Instant.ofEpochMilli(Workflow.currentTimeMillis()))) {
            saga.deadline().ifPresent(stops::late);
        }
        leaveIfStopped();
    }

    private void leaveIfStopped() {
        stops.noted().ifPresent(why -> {
            throw StepFailed.fault(why);
        });
    }

    /**
     * Hands over to the next link and waits for its answer.
     *
     * @param link the next link
     * @param envelope what it needs of the saga's data
     * @return its answer as it came
     */
    public @Nullable Object handOver(LinkShape link, Object envelope) {
        return untilAnswered(link, RawValue.class, RawValue.class, envelope);
    }

    /**
     * Hands over to the next link and waits for its answer, which is the saga's result.
     *
     * @param link the next link
     * @param resultClass the class of the result
     * @param resultType the full type of the result
     * @param envelope what it needs of the saga's data
     * @param <R> the result
     * @return the result
     */
    public <R> R handOver(LinkShape link, Class<R> resultClass, Type resultType, Object envelope) {
        R result = untilAnswered(link, resultClass, resultType, envelope);
        if (result == null) {
            throw new IllegalStateException(saga.name() + " was completed without a result");
        }
        return result;
    }

    private <R> @Nullable R untilAnswered(LinkShape link, Class<R> resultClass, Type resultType, Object envelope) {
        Object shown = journal.waits("the link " + link.step().name());
        try {
            return start(link, resultClass, resultType, envelope, false).untilAnswered(isPastPivot());
        } finally {
            journal.waited(shown);
        }
    }

    /**
     * Hands over to the next link, and goes on once the server has it.
     *
     * @param link the next link
     * @param envelope what it needs of the saga's data
     */
    public void handOn(LinkShape link, Object envelope) {
        NextLink<RawValue> next = start(link, RawValue.class, RawValue.class, envelope, !isAtOnce);
        if (isAtOnce) {
            talk.handedOn(next.workflowId());
            Async.procedure(() -> watch(next));
            return;
        }
        handedOn = true;
        // What came while it was being started concerns it.
        stops.noted().ifPresent(next::tell);
    }

    private <R> NextLink<R> start(
            LinkShape link, Class<R> resultClass, Type resultType, Object envelope, boolean answersNobody) {
        leaveIfStopped();
        Chain handed = new Chain(
                chain().sagaId(),
                chain().frontWorkflowId(),
                chain().deadline(),
                isPastPivot(),
                isAnythingDone(),
                answersNobody);
        StartedLink<R> started = untilStarted(link, handed, resultClass, resultType, envelope);
        NextLink<R> next = new NextLink<>(link, started, resultClass, resultType, stops);
        standing.handedOver(next);
        return next;
    }

    /** The id may be held by a link of an earlier saga that has not heard yet that it is to stop. */
    private <R> StartedLink<R> untilStarted(
            LinkShape link, Chain handed, Class<R> resultClass, Type resultType, Object envelope) {
        Pauses pauses = new Pauses(own.call(), "start " + link.step().name());
        while (true) {
            try {
                return StartedLink.start(saga, link, handed, resultClass, resultType, envelope);
            } catch (TemporalFailure held) {
                if (!isPastPivot() && !isEventual) {
                    throw StepFailed.fault(held);
                }
                pauses.pauseUnless(() -> stops.noted().isPresent());
                leaveIfStopped();
            }
        }
    }

    private boolean isPastPivot() {
        return !isEventual && steps().pastPivot();
    }

    private boolean isAnythingDone() {
        return chain().anythingDone() || (own.kind() != StepKind.READONLY && standing.isOwnDone());
    }

    private TemporalFailure fail(StepFailed failed, CancellationScope workflow) {
        Optional<LinkEnding> below = standing.next().flatMap(NextLink::ending);
        boolean isFromBelow = standing.next().isPresent();
        if (isPastPivot() && !isFromBelow) {
            // Nothing may be undone any more, and nothing may be lost: the task fails until the code is mended.
            throw new IllegalStateException(saga.name() + " failed after its pivot", failed.why());
        }
        tellFailed(failed);
        boolean isGivenUp = below.filter(LinkEnding::isGivenUp).isPresent()
                || Abandoned.TYPE.equals(failed.firstError().type());
        if (!isEventual && !isPastPivot() && !isGivenUp) {
            undo(failed);
        }
        return end(failed, workflow);
    }

    private void tellFailed(StepFailed failed) {
        if (isAtOnce) {
            stops.passOn(null);
            talk.fails(failed);
        }
    }

    /** The links below are settled before this one is. */
    private void untilBelowIsOver(StepFailed failed) {
        standing.next().ifPresent(next -> {
            if (isAtOnce) {
                next.untilSettled(failed.firstError().failure());
            } else {
                next.untilOver();
            }
        });
    }

    private void undo(StepFailed failed) {
        stops.close("it is not completed, and what was done is being undone");
        standing.failsOf(failed);
        journal.failsOf(failed);
        if (!undos.isEmpty() || standing.next().filter(it -> !it.isOver()).isPresent()) {
            journal.compensating(SagaState.COMPENSATING);
        }
        standing.undoing();
        undos.undoAll();
        standing.undone();
        untilBelowIsOver(failed);
    }

    private TemporalFailure end(StepFailed failed, CancellationScope workflow) {
        if (isAtOnce) {
            untilBelowIsOver(failed);
        }
        over = true;
        standing.failsOf(failed);
        journal.failsOf(failed);
        journal.ends(isAsIfNothingHappened() ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        Ending ending = standing.ending();
        TemporalFailure failure = Endings.failure(shape, ending, ending.state(), failed);
        answer.failed(failure);
        close(workflow, null);
        return failure;
    }

    private boolean isAsIfNothingHappened() {
        boolean below = standing.next()
                .flatMap(NextLink::ending)
                .map(LinkEnding::isCompensated)
                .orElse(true);
        boolean here = isEventual ? !isAnythingDone() : journal.isAllUndone() && !isPastPivot();
        return below && here && helpdesk.abandonedBy().isEmpty();
    }

    /** What Temporal closes as cancelled tells nothing: the answer is brought before, or kept. */
    private void close(CancellationScope workflow, @Nullable Object result) {
        telling.untilTold(() -> false);
        Endings.keepIfCancelled(workflow, standing.ending(), isFront ? result : null);
        boolean isCompleted = journal.state() == SagaState.COMPLETED;
        boolean tells = isAtOnce ? !isCompleted : workflow.isCancelRequested() && !chain().answersNobody();
        if (tells && !isFront) {
            LinkAnswer told = new LinkAnswer(
                    Workflow.getInfo().getWorkflowId(),
                    standing.ending(),
                    standing.failed().map(StepFailed::refused).orElse(false));
            above().ifPresent(above -> new Messenger(above, LinkMessages.ANSWER, told, result).deliver());
        }
        if (isAtOnce && isFront) {
            talk.ends(journal.state());
        }
        if (isAtOnce) {
            Workflow.await(talk::isEnded);
            talk.untilDelivered();
        }
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    private static Optional<String> above() {
        return Workflow.getInfo().getParentWorkflowId();
    }

    /**
     * Tells the link before this one, or the caller, what is stuck; nothing while all is well. Public because
     * Temporal's lambdas can be serialized.
     */
    public void tellNews() {
        NewsKey told = NewsKey.NONE;
        while (true) {
            NewsKey last = told;
            Workflow.await(() -> over || !NewsKey.of(standing.news()).equals(last));
            if (over) {
                return;
            }
            told = NewsKey.of(standing.news());
            if (!isFront) {
                above().ifPresent(above -> new Messenger(above, LinkMessages.NEWS, standing.news()).deliver());
            } else if (told.stopped()) {
                answer.failed(stoppedAt());
            }
        }
    }

    private ApplicationFailure stoppedAt() {
        StepFailed why = standing.failed()
                .orElseGet(() -> standing.next()
                        .flatMap(NextLink::news)
                        .flatMap(news -> Optional.ofNullable(news.error())
                                .map(error -> StepFailed.elsewhere(error.failure(), error, news.refused())))
                        .orElseThrow());
        Ending ending = standing.ending();
        return Endings.failure(shape, ending, ending.state(), why);
    }

    void stop(LinkStop stop) {
        if (stop.type().equals(Stops.DEADLINE)) {
            saga.deadline().ifPresent(stops::late);
            late();
        } else {
            stops.stop(ApplicationFailure.newNonRetryableFailure(stop.message(), stop.type()));
        }
    }

    LinkTalk talk() {
        return talk;
    }

    Optional<NextLink<?>> next() {
        return standing.next();
    }

    private void late() {
        if (steps != null && isPastPivot()) {
            stops.deadline().ifPresent(alarm::late);
        }
    }
}
