package dev.skald.runtime;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/** A saga that {@link Tale} runs as a step, on a queue of its own, with the same participant. */
@WorkflowInterface
public interface Inner {

    @WorkflowMethod(name = "test.Inner.v1")
    String run(String item);

    /** Undoes it. */
    @WorkflowInterface
    interface Undo {
        @WorkflowMethod(name = "test.Inner.v1.undo")
        void run(UndoRecord record);
    }

    /** The same without a result. */
    @WorkflowInterface
    interface Errand {
        @WorkflowMethod(name = "test.Errand.v1")
        void run(String item);
    }

    /** Undoes that. */
    @WorkflowInterface
    interface ErrandUndo {
        @WorkflowMethod(name = "test.Errand.v1.undo")
        void run(UndoRecord record);
    }

    /** The flow, as generated code would have it. */
    interface Plot {
        String tell(SagaRun saga, String item);
    }

    /** All or nothing. */
    static SagaShape shape(StepShape... steps) {
        return SagaShape.of("test.Inner", 1).steps(steps).build();
    }

    static void register(WorkerFactory factory, SagaShape shape, Plot plot) {
        Worker worker = Skald.worker(factory, "test.Inner");
        worker.registerWorkflowImplementationFactory(Inner.class, () -> new Run(shape, plot));
        worker.registerWorkflowImplementationFactory(Undo.class, () -> new UndoRun(shape));
    }

    static void registerErrand(WorkerFactory factory, SagaShape shape, Plot plot) {
        Worker worker = Skald.worker(factory, "test.Errand");
        worker.registerWorkflowImplementationFactory(Errand.class, () -> new ErrandRun(shape, plot));
        worker.registerWorkflowImplementationFactory(ErrandUndo.class, () -> new ErrandUndoRun(shape));
    }

    /** Runs the plot. */
    final class Run implements Inner {

        private final SagaRun saga;
        private final boolean tells;
        private final Plot plot;

        Run(SagaShape shape, Plot plot) {
            this.saga = SagaRun.of(shape);
            this.tells = shape.onStateChange().isPresent();
            this.plot = plot;
        }

        @Override
        public String run(String item) {
            if (tells) {
                saga.onStateChange(state -> saga.run(Trial.TELL, Map.of("state", state)));
            }
            return saga.atomic(() -> plot.tell(saga, item));
        }
    }

    /** Undoes what the plot did. */
    final class UndoRun implements Undo {

        private final SagaUndo undo;

        UndoRun(SagaShape shape) {
            this.undo = SagaUndo.of(shape);
        }

        @Override
        public void run(UndoRecord record) {
            undo.run(record);
        }
    }

    /** Runs the plot, and tells nothing. */
    final class ErrandRun implements Errand {

        private final SagaRun saga;
        private final Plot plot;

        ErrandRun(SagaShape shape, Plot plot) {
            this.saga = SagaRun.of(shape);
            this.plot = plot;
        }

        @Override
        public void run(String item) {
            saga.atomic(() -> {
                plot.tell(saga, item);
            });
        }
    }

    /** Undoes what the plot did. */
    final class ErrandUndoRun implements ErrandUndo {

        private final SagaUndo undo;

        ErrandUndoRun(SagaShape shape) {
            this.undo = SagaUndo.of(shape);
        }

        @Override
        public void run(UndoRecord record) {
            undo.run(record);
        }
    }
}
