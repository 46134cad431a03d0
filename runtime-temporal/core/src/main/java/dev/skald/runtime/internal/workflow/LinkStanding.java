package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.FirstError;
import dev.skald.runtime.internal.wire.LinkNews;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a link stands with all after it, as far as it has heard of them. */
final class LinkStanding {

    private final SagaShape saga;
    private final StepShape own;
    private final Journal journal;
    private final List<Consumer<NextLink<?>>> heardEarly = new ArrayList<>();
    private @Nullable NextLink<?> next;
    private @Nullable StepFailed failed;
    private boolean undoing;
    private boolean undone;
    private boolean handedOn;
    private boolean over;

    LinkStanding(SagaShape saga, StepShape own, Journal journal) {
        this.saga = saga;
        this.own = own;
        this.journal = journal;
    }

    /** The link has handed over. */
    void handedOver(NextLink<?> to) {
        next = to;
        heardEarly.forEach(message -> message.accept(to));
        heardEarly.clear();
    }

    /** The link after this one tells something; it may do so before this one has learnt that it is started. */
    void hear(Consumer<NextLink<?>> message) {
        next().ifPresentOrElse(message, () -> heardEarly.add(message));
    }

    /** The link has handed on, and the rest is not its own. */
    void handedOn() {
        handedOn = true;
    }

    boolean isHandedOn() {
        return handedOn;
    }

    /** The link is over, but for what there is to tell of that. */
    void over() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    Optional<NextLink<?>> next() {
        return Optional.ofNullable(next);
    }

    /** The saga is not completed, or has stopped at a step that was refused. */
    void failsOf(StepFailed why) {
        failed = why;
    }

    Optional<StepFailed> failed() {
        return Optional.ofNullable(failed);
    }

    /** Why the chain has stopped, here or below. */
    StepFailed whyStopped() {
        return failed().or(() -> next().flatMap(NextLink::news)
                        .flatMap(news -> Optional.ofNullable(news.error())
                                .map(error -> StepFailed.elsewhere(error.failure(), error, news.refused()))))
                .orElseThrow();
    }

    /** The link begins to undo its step. */
    void undoing() {
        undoing = true;
    }

    /** The link has undone what it had to. */
    void undone() {
        undone = true;
    }

    /** Whether the link's own step has taken effect. */
    boolean isOwnDone() {
        return ownState() == StepState.DONE;
    }

    private StepState ownState() {
        return journal.find(own.name()).map(StepEntry::state).orElse(StepState.PENDING);
    }

    /** What the link before this one is to know; an ordinary course is no news. */
    LinkNews news() {
        Optional<LinkNews> below = next().flatMap(NextLink::news);
        FirstError error = journal.firstError()
                .or(() -> failed().map(StepFailed::firstError))
                .or(() -> below.map(LinkNews::error))
                .orElse(null);
        return new LinkNews(
                workflowId(),
                state(below),
                letsUndoOn(),
                isStopped(below),
                known(),
                error,
                failed().map(StepFailed::refused)
                        .or(() -> below.map(LinkNews::refused))
                        .orElse(false));
    }

    private String workflowId() {
        return Workflow.getInfo().getWorkflowId();
    }

    private SagaState state(Optional<LinkNews> below) {
        return journal.state().isStuck()
                ? journal.state()
                : below.map(LinkNews::state).filter(SagaState::isStuck).orElse(journal.state());
    }

    private boolean letsUndoOn() {
        boolean ownIsStuck = ownState() == StepState.COMPENSATION_FAILED || ownState() == StepState.NEEDS_ATTENTION;
        boolean belowIsOpen = next().filter(it -> !it.isOver()).isPresent();
        return undoing && (undone ? belowIsOpen : ownIsStuck && !own.pausesOnExhausted());
    }

    private boolean isStopped(Optional<LinkNews> below) {
        boolean here = failed != null && !undoing && ownState() == StepState.NEEDS_ATTENTION;
        return here || below.filter(LinkNews::stopped).isPresent();
    }

    /** How the link would end if it ended now. */
    Ending ending() {
        LinkNews news = news();
        return new Ending(journal.sagaId(), news.state(), isFront() ? all() : known(), news.error());
    }

    private boolean isFront() {
        return workflowId().equals(journal.workflowId());
    }

    /** The steps of this link and those after it. */
    private List<StepStatus> known() {
        return Stream.concat(journal.stepStatuses().stream(), next().stream().flatMap(it -> it.steps().stream()))
                .toList();
    }

    /** All of the saga's steps, of which those are pending that nothing was heard of. */
    private List<StepStatus> all() {
        List<StepStatus> known = known();
        return saga.steps().stream()
                .map(step -> known.stream()
                        .filter(it -> it.name().equals(step.name()))
                        .findFirst()
                        .orElseGet(() -> new StepEntry(step, 0).status()))
                .toList();
    }
}
