package dev.skald.runtime;

import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A saga whose flow a test writes: loops, branches and waits, on {@link Trial}'s queue and with its participant. */
@WorkflowInterface
public interface Tale {

    /** A number that a double does not hold. */
    BigDecimal PRICE = new BigDecimal("0.10000000000000000001");

    @WorkflowMethod(name = "test.Tale.v1")
    String run(List<String> items);

    /** What its definition awaits. */
    @SignalMethod(name = "approval")
    void sendApproval(String approval);

    /**
     * What a definition calls an uncertain moment.
     *
     * @param name its name
     */
    record Moment(String name) implements State {
        @Override
        public Set<State> successors() {
            return Set.of();
        }
    }

    /** The flow, as generated code would have it. */
    interface Plot {
        String tell(Run saga, List<String> items);
    }

    /** All or nothing. */
    static SagaShape atomic(StepShape... steps) {
        return SagaShape.of("test.Tale", 1).steps(steps).build();
    }

    /** The same saga, which tells its participant each change of its state. */
    static SagaShape telling(SagaShape shape, CallShape call) {
        return SagaShape.of(shape.name(), shape.version())
                .steps(shape.steps().toArray(StepShape[]::new))
                .undo(shape.undoOrder())
                .onStateChange(call)
                .build();
    }

    /** The same saga, whose undos go in the reverse of what its steps had waited for. */
    static SagaShape dependentsFirst(SagaShape shape) {
        return with(UndoOrder.DEPENDENTS_FIRST, shape);
    }

    /** The same saga, answering at once. */
    static SagaShape eventual(SagaShape shape) {
        return with(UndoOrder.ALL_AT_ONCE, shape);
    }

    private static SagaShape with(UndoOrder order, SagaShape shape) {
        return SagaShape.of(shape.name(), shape.version())
                .steps(shape.steps().toArray(StepShape[]::new))
                .undo(order)
                .build();
    }

    /** Temporal with the saga's worker and its participant. */
    static Sagas started(SagaShape shape, Plot plot) {
        return Sagas.started((factory, shop) -> {
            register(factory, shape, plot);
            Trial.registerParticipant(factory, shop);
        });
    }

    static void register(WorkerFactory factory, SagaShape shape, Plot plot) {
        Skald.worker(factory, Trial.TASK_QUEUE)
                .registerWorkflowImplementationFactory(Tale.class, () -> new Run(shape, plot));
    }

    static SagaClient<String> client(Sagas sagas, ErrorType<?>... errors) {
        return client(sagas.temporal.getWorkflowClient(), errors);
    }

    /** Its client over another one. */
    static SagaClient<String> client(WorkflowClient client, ErrorType<?>... errors) {
        return builder(errors).on(client);
    }

    /** Where it answers before it is over. */
    static SagaClient<String> earlyClient(WorkflowClient client, ErrorType<?>... errors) {
        return builder(errors).answersEarly().on(client);
    }

    private static SagaClient.Builder<String> builder(ErrorType<?>... errors) {
        return SagaClient.of("test.Tale", 1, String.class)
                .taskQueue(Trial.TASK_QUEUE)
                .errors(errors);
    }

    /** Takes a step, whose operation and undo are named after it and the item. */
    static String take(SagaRun saga, StepShape step, String item) {
        String operation = step.name() + " " + item;
        SagaStep taken = saga.step(step);
        if (step.undo().isPresent()) {
            taken.compensate(() -> saga.run("undo " + operation, Map.of("price", PRICE)));
        }
        return taken.call(() -> saga.call(operation, String.class, Map.of()));
    }

    /** Begins a step, whose operation and undo are named after it and the item. */
    static BegunStep<String> begin(SagaRun saga, StepShape step, String item, BegunStep<?>... after) {
        String operation = step.name() + " " + item;
        SagaStep begun = saga.step(step).after(after);
        if (step.undo().isPresent()) {
            begun.compensate(() -> saga.run("undo " + operation, Map.of("price", PRICE)));
        }
        return begun.beginCall(() -> saga.call(operation, String.class, Map.of()));
    }

    /** Runs every beginning of the recorded history again; throws if any would now do something else. */
    static void replay(Sagas sagas, SagaHandle<?> handle, SagaShape shape, Plot plot) {
        replay(sagas, handle.workflowId(), factory -> register(factory, shape, plot));
    }

    /** The same of any workflow. */
    static void replay(Sagas sagas, String workflowId, Consumer<WorkerFactory> workers) {
        WorkflowExecutionHistory history = sagas.temporal.getWorkflowClient().fetchHistory(workflowId);
        String queue = history.getEvents()
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getTaskQueue()
                .getName();
        try (TestWorkflowEnvironment today = TestWorkflowEnvironment.newInstance(Sagas.options())) {
            workers.accept(today.getWorkerFactory());
            for (int length = 1; length <= history.getEvents().size(); length++) {
                WorkflowReplayer.replayWorkflowExecution(
                        beginning(history, length), today.getWorkerFactory().getWorker(queue));
            }
        } catch (Exception different) {
            throw new AssertionError("replay of " + workflowId, different);
        }
    }

    private static WorkflowExecutionHistory beginning(WorkflowExecutionHistory history, int length) {
        return new WorkflowExecutionHistory(
                history.getHistory().toBuilder()
                        .clearEvents()
                        .addAllEvents(history.getEvents().subList(0, length))
                        .build(),
                history.getWorkflowExecution().getWorkflowId());
    }

    /** Runs the plot. */
    final class Run implements Tale {

        final SagaRun saga;
        final SagaEvent<String> approval;
        private final SagaShape shape;
        private final Plot plot;

        Run(SagaShape shape, Plot plot) {
            this.saga = SagaRun.of(shape);
            this.approval = saga.event("approval", String.class);
            this.shape = shape;
            this.plot = plot;
        }

        @Override
        public String run(List<String> items) {
            if (shape.onStateChange().isPresent()) {
                saga.onStateChange(state -> saga.run(Trial.TELL, Map.of("state", state)));
            }
            return shape.undoOrder() == UndoOrder.ALL_AT_ONCE
                    ? saga.eventual(() -> plot.tell(this, items))
                    : saga.atomic(() -> plot.tell(this, items));
        }

        @Override
        public void sendApproval(String approval) {
            this.approval.receive(approval);
        }

        /** Takes a step, whose operation and undo are named after it and the item. */
        String take(StepShape step, String item) {
            return Tale.take(saga, step, item);
        }

        /** Begins a step, whose operation and undo are named after it and the item. */
        BegunStep<String> begin(StepShape step, String item, BegunStep<?>... after) {
            return Tale.begin(saga, step, item, after);
        }
    }
}
