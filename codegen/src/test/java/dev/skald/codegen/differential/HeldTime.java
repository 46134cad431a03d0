package dev.skald.codegen.differential;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.TestServiceGrpc.TestServiceBlockingStub;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Time that the server in memory holds, and would never let go. A workflow that closes holds it until its parent has
 * taken notice, and a parent that has closed before takes none (temporal-test-server 1.38.0,
 * {@code TestWorkflowMutableStateImpl.processCompleteWorkflowExecution}). So do most links of the chains whose links
 * are over by themselves.
 */
final class HeldTime {

    private static final Set<EventType> CLOSINGS = Set.of(
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED);

    private static final Set<EventType> NOTICES = Set.of(
            EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
            EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
            EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED);

    private final TestServiceBlockingStub server;
    private final Function<String, List<HistoryEvent>> events;
    private final Map<String, String> parents = new HashMap<>();

    /**
     * The time of a server.
     *
     * @param events what happened in a workflow, by its id
     */
    HeldTime(WorkflowServiceStubs server, Function<String, List<HistoryEvent>> events) {
        this.server = TestServiceGrpc.newBlockingStub(server.getRawChannel());
        this.events = events;
    }

    /** Looks from now on after the workflows of a chain, each of which is the parent of the next. */
    synchronized void watch(List<String> workflowIds) {
        for (int index = 1; index < workflowIds.size(); index++) {
            parents.put(workflowIds.get(index), workflowIds.get(index - 1));
        }
    }

    /** Lets go what is held now. */
    synchronized void release() {
        parents.entrySet().removeIf(link -> {
            boolean isHeld = isHeld(link.getValue(), link.getKey());
            if (isHeld) {
                server.unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
            }
            return isHeld;
        });
    }

    private boolean isHeld(String parent, String link) {
        List<HistoryEvent> above = events.apply(parent);
        return has(events.apply(link), CLOSINGS) && has(above, CLOSINGS) && !has(above, NOTICES);
    }

    private static boolean has(List<HistoryEvent> events, Set<EventType> some) {
        return events.stream().map(HistoryEvent::getEventType).anyMatch(some::contains);
    }
}
