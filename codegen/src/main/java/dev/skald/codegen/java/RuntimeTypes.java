package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime, of Temporal and of Jackson that generated code names; the generator itself uses none. */
final class RuntimeTypes {

    static final ClassName BEGUN_STEP = runtime("BegunStep");
    static final ClassName BRANCH_RESULT = runtime("BranchResult");
    static final ClassName CALL_SHAPE = runtime("CallShape");
    static final ClassName DECLARED_ERROR = runtime("DeclaredError");
    static final ClassName EACH_RESULT = runtime("EachResult");
    static final ClassName ERROR_TYPE = runtime("ErrorType");
    static final ClassName ON_UNKNOWN = runtime("OnUnknown");
    static final ClassName OUTCOME = runtime("Outcome");
    static final ClassName PARTICIPANT_CALLS = runtime("ParticipantCalls");
    static final ClassName REQUIRED = runtime("Required");
    static final ClassName RESULT_TYPE = runtime("ResultType");
    static final ClassName SAGA_CALL = runtime("SagaCall");
    static final ClassName SAGA_CLIENT = runtime("SagaClient");
    static final ClassName SAGA_EVENT = runtime("SagaEvent");
    static final ClassName SAGA_FAILED = runtime("SagaFailed");
    static final ClassName SAGA_HANDLE = runtime("SagaHandle");
    static final ClassName SAGA_REQUEST_REJECTED = runtime("SagaRequestRejected");
    static final ClassName SAGA_RUN = runtime("SagaRun");
    static final ClassName SAGA_SHAPE = runtime("SagaShape");
    static final ClassName SAGA_UNDO = runtime("SagaUndo");
    static final ClassName SKALD = runtime("Skald");
    static final ClassName STATE = runtime("State");
    static final ClassName STEP_SHAPE = runtime("StepShape");
    static final ClassName SUB_SAGA_SHAPE = runtime("SubSagaShape");
    static final ClassName UNDO_ORDER = runtime("UndoOrder");
    static final ClassName UNDO_RECORD = runtime("UndoRecord");

    static final ClassName ACTIVITY_INTERFACE = ClassName.get("io.temporal.activity", "ActivityInterface");
    static final ClassName ACTIVITY_METHOD = ClassName.get("io.temporal.activity", "ActivityMethod");
    static final ClassName WORKFLOW_CLIENT = ClassName.get("io.temporal.client", "WorkflowClient");
    static final ClassName WORKER = ClassName.get("io.temporal.worker", "Worker");
    static final ClassName WORKER_FACTORY = ClassName.get("io.temporal.worker", "WorkerFactory");
    static final ClassName SIGNAL_METHOD = ClassName.get("io.temporal.workflow", "SignalMethod");
    static final ClassName WORKFLOW_INTERFACE = ClassName.get("io.temporal.workflow", "WorkflowInterface");
    static final ClassName WORKFLOW_METHOD = ClassName.get("io.temporal.workflow", "WorkflowMethod");

    static final ClassName JSON_CREATOR = jackson("JsonCreator");
    static final ClassName JSON_FORMAT = jackson("JsonFormat");
    static final ClassName JSON_IGNORE_PROPERTIES = jackson("JsonIgnoreProperties");

    private RuntimeTypes() {}

    private static ClassName runtime(String name) {
        return ClassName.get("dev.skald.runtime", name);
    }

    private static ClassName jackson(String name) {
        return ClassName.get("com.fasterxml.jackson.annotation", name);
    }
}
