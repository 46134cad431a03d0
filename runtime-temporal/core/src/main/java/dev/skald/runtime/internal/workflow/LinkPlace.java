package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepShape;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in its chain a link is: which step is its own, and what the link before it has told. */
final class LinkPlace {

    private final SagaShape saga;
    private final StepShape own;
    private boolean isFront;
    private @Nullable Chain chain;

    LinkPlace(SagaShape saga, StepShape own) {
        this.saga = saga;
        this.own = own;
    }

    /** The link begins with what it was handed, or with nothing if it is the first. */
    void begin(@Nullable Chain handed, Journal journal) {
        isFront = handed == null;
        chain = handed == null ? front(journal) : handed;
    }

    private Chain front(Journal journal) {
        return new Chain(
                journal.sagaId(),
                journal.workflowId(),
                saga.deadline().map(now()::plus).orElse(null),
                false,
                false,
                false);
    }

    SagaShape saga() {
        return saga;
    }

    StepShape own() {
        return own;
    }

    /** Whether the link is the first, which bears the saga's id and answers its caller. */
    boolean isFront() {
        return isFront;
    }

    Chain chain() {
        if (chain == null) {
            throw new IllegalStateException("the link of step " + own.name() + " has not begun");
        }
        return chain;
    }

    /** What the link before this one is called, if there is one. */
    Optional<String> above() {
        return Workflow.getInfo().getParentWorkflowId();
    }

    /** Whether a step comes after the link's own. */
    boolean isBefore(StepShape step) {
        return index(step) > index(own);
    }

    /** The steps up to the link's own, which is among them if it is one, that nothing is undone after. */
    List<StepShape> pointsOfNoReturn() {
        return saga.steps().subList(0, index(own) + 1).stream()
                .filter(step -> step.kind().isPointOfNoReturn())
                .toList();
    }

    private int index(StepShape step) {
        return saga.steps().indexOf(step);
    }

    /** The number after which the link counts its calls that tell the saga's state: each has a key of its own. */
    int callsBefore() {
        return index(own) * LinkStates.CALLS_OF_A_LINK;
    }

    /** Whether the saga's time is over. */
    boolean isLate() {
        Instant deadline = chain().deadline();
        return deadline != null && !deadline.isAfter(now());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
