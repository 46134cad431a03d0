package dev.skald.runtime.internal.client;

import dev.skald.runtime.SagaRequestRejected;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkStop;
import dev.skald.runtime.internal.workflow.Stops;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A saga that is a chain: the first link, which has its id, and those behind it. */
final class LinksOfChain implements SagaWorkflows {

    private static final Set<StepState> STUCK = EnumSet.of(StepState.NEEDS_ATTENTION, StepState.COMPENSATION_FAILED);

    private final SagaType<?> type;
    private final OneWorkflow front;
    private final List<LinkStatus> behind;

    /**
     * A chain.
     *
     * @param client the application's client
     * @param type the saga's definition
     * @param workflowId the saga's workflow id
     * @param front the first link
     */
    LinksOfChain(WorkflowClient client, SagaType<?> type, String workflowId, OneWorkflow front) {
        this.type = type;
        this.front = front;
        this.behind = type.links().stream()
                .map(step -> LinkStatus.of(client, type, step, execution(workflowId, step)))
                .toList();
    }

    private static WorkflowExecution execution(String workflowId, String step) {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(workflowId + "/" + step)
                .build();
    }

    @Override
    public WorkflowStub of(String step) {
        return behind.stream()
                .filter(link -> link.step().equals(step))
                .map(LinkStatus::stub)
                .findFirst()
                .orElse(front.stub());
    }

    @Override
    public List<WorkflowStub> stuck() {
        SagaStatus first = front.status();
        List<WorkflowStub> stuck = new ArrayList<>();
        if (isStuck(first)) {
            stuck.add(front.stub());
        }
        behind.stream().filter(link -> isStuck(link.statusIn(first))).forEach(link -> stuck.add(link.stub()));
        return stuck.isEmpty() ? List.of(front.stub()) : stuck;
    }

    private static boolean isStuck(SagaStatus link) {
        return link.steps().stream().anyMatch(step -> STUCK.contains(step.state()));
    }

    @Override
    public SagaStatus status() {
        SagaStatus first = front.status();
        return new ChainStatus(
                        first, behind.stream().map(link -> link.statusIn(first)).toList(), type)
                .merged();
    }

    /**
     * No link knows what those behind it have begun, so all are asked first. Where no worker says that the pivot was
     * asked, the cancel is passed on, and the links see to it that it comes too late.
     */
    @Override
    public void cancel(String reason) {
        SagaStatus now = status();
        if (now.pastPivot() && !now.state().isEnd()) {
            throw new SagaRequestRejected("%s cannot be cancelled: it is past its pivot"
                    .formatted(front.stub().getExecution().getWorkflowId()));
        }
        if (type.answersNobody()) {
            cancelEach(reason);
        } else {
            front.cancel(reason);
        }
    }

    /** From the first to the last: one that is over has started the next. */
    private void cancelEach(String reason) {
        LinkStop stop = new LinkStop(Stops.CANCELLED, "cancelled: " + reason);
        WorkflowNotFoundException over = null;
        boolean anyOpen = false;
        for (WorkflowStub stub : Stream.concat(
                        Stream.of(front.stub()), behind.stream().map(LinkStatus::stub))
                .toList()) {
            try {
                stub.signal(LinkMessages.STOP, stop);
                anyOpen = true;
            } catch (WorkflowNotFoundException closedOrNone) {
                over = over == null ? closedOrNone : over;
            }
        }
        if (!anyOpen && over != null) {
            throw Verbs.over(front.stub(), over);
        }
    }
}
