package dev.skald.runtime;

import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Map;

/** A saga of any shape, for what PlaceOrder does not have: each step calls an operation of its own name. */
@WorkflowInterface
public interface Trial {

    /** Where the saga is. */
    String TASK_QUEUE = "trial";

    /** Where its one participant is. */
    String PARTICIPANT = "participant";

    /** The operation by which its participant is told a saga's state. */
    String TELL = "setStatus";

    @WorkflowMethod(name = "test.Trial.v1")
    String run(String input);

    /** One attempt may take an hour, so that time can pass while it runs. */
    static CallShape call() {
        return CallShape.on(PARTICIPANT).timeout(Duration.ofHours(1)).limit(Duration.ofHours(9));
    }

    /** A step with an undo. */
    static StepShape.Builder step(String name) {
        return StepShape.compensatable(name).call(call()).undo(call());
    }

    /** Its client. */
    static SagaClient<String> client(Sagas sagas, ErrorType<?>... errors) {
        return client(sagas.temporal.getWorkflowClient(), errors);
    }

    /** Its client over another one. */
    static SagaClient<String> client(WorkflowClient client, ErrorType<?>... errors) {
        return builder(errors).on(client);
    }

    /** Its client where it answers before it is over. */
    static SagaClient<String> earlyClient(WorkflowClient client, ErrorType<?>... errors) {
        return builder(errors).answersEarly().on(client);
    }

    private static SagaClient.Builder<String> builder(ErrorType<?>... errors) {
        return SagaClient.of("test.Trial", 1, String.class)
                .taskQueue(TASK_QUEUE)
                .errors(errors);
    }

    /** Its worker, which also serves its participant. */
    static void register(WorkerFactory factory, Shop shop, SagaShape shape) {
        registerSaga(factory, shape);
        registerParticipant(factory, shop);
    }

    /** Its worker without the participant. */
    static void registerSaga(WorkerFactory factory, SagaShape shape) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerWorkflowImplementationFactory(Trial.class, () -> new Run(shape));
    }

    /** The participant's worker. */
    static void registerParticipant(WorkerFactory factory, Shop shop) {
        Skald.worker(factory, PARTICIPANT).registerActivitiesImplementations(new Participant(shop));
    }

    /** Runs the recorded history again with the code of today; throws if it would now do something else. */
    static void replay(Sagas sagas, SagaHandle<?> handle, SagaShape shape) {
        try (TestWorkflowEnvironment today = TestWorkflowEnvironment.newInstance()) {
            registerSaga(today.getWorkerFactory(), shape);
            WorkflowReplayer.replayWorkflowExecution(
                    sagas.history(handle), today.getWorkerFactory().getWorker(TASK_QUEUE));
        } catch (Exception different) {
            throw new AssertionError("replay of " + handle.workflowId(), different);
        }
    }

    /** Takes the shape's steps in order. */
    final class Run implements Trial {
        private final SagaRun saga;
        private final SagaShape shape;

        Run(SagaShape shape) {
            this.saga = SagaRun.of(shape);
            this.shape = shape;
        }

        @Override
        public String run(String input) {
            boolean eventual = shape.undoOrder() == UndoOrder.ALL_AT_ONCE;
            return eventual ? saga.eventual(() -> take(input)) : saga.atomic(() -> take(input));
        }

        private String take(String input) {
            for (StepShape step : shape.steps()) {
                SagaStep taken = saga.step(step);
                if (step.undo().isPresent()) {
                    taken.compensate(() -> saga.call("undo " + step.name(), Integer.class, Map.of()));
                }
                taken.call(() -> saga.call(step.name(), String.class, Map.of("input", input)));
            }
            return "done " + input;
        }
    }

    /** Answers every operation by its name. */
    record Participant(Shop shop) implements DynamicActivity {
        @Override
        public Object execute(EncodedValues args) {
            String type = Activity.getExecutionContext().getInfo().getActivityType();
            String operation =
                    type.equals(TELL) ? "tell " + args.get(0, Map.class).get("state") : type;
            return shop.answer(operation, () -> operation);
        }
    }
}
