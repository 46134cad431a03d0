package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.ParticipantCalls;
import dev.skald.runtime.ResultType;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.Unreadable;
import dev.skald.runtime.internal.worker.OutgoingCall;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowThreadLocal;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks participants, one activity for each request, and says what came of it. */
public final class Calls implements ParticipantCalls {

    private final String saga;
    private final Journal journal;
    private final Supplier<String> sagaId;
    private final WorkflowThreadLocal<@Nullable AtomicReference<UndoCall>> recorder = new WorkflowThreadLocal<>();
    private final WorkflowThreadLocal<@Nullable CallSite> site = new WorkflowThreadLocal<>();

    /**
     * The calls of one saga.
     *
     * @param saga its qualified name
     * @param journal what is known of its run
     * @param sagaId how participants know it, once calls are made
     */
    Calls(String saga, Journal journal, Supplier<String> sagaId) {
        this.saga = saga;
        this.journal = journal;
        this.sagaId = sagaId;
    }

    /** Runs generated code that makes one call, and says what came of that call. */
    <R extends @Nullable Object> CallOutcome<R> at(CallSite here, Supplier<R> operation) {
        site.set(here);
        try {
            return new CallOutcome.Done<>(operation.get());
        } catch (CallFailed failed) {
            return failed.outcome();
        } finally {
            site.set(null);
        }
    }

    /** Runs generated code that makes one call, and says which that is instead of making it. */
    UndoCall record(Runnable undo) {
        AtomicReference<UndoCall> recorded = new AtomicReference<>();
        recorder.set(recorded);
        try {
            undo.run();
        } finally {
            recorder.set(null);
        }
        UndoCall call = recorded.get();
        if (call == null) {
            throw new IllegalStateException("an undo of " + saga + " makes no call");
        }
        return call;
    }

    /** Whether calls are only recorded here; then this one is. */
    boolean isRecorded(UndoCall call) {
        AtomicReference<UndoCall> recorded = recorder.get();
        if (recorded == null) {
            return false;
        }
        recorded.set(call);
        return true;
    }

    @Override
    public <R> R call(String activityType, Class<R> result, Object request) {
        return call(activityType, result, result, request);
    }

    @Override
    public <R> R call(String activityType, ResultType<R> result, Object request) {
        return call(activityType, result.rawClass(), result.type(), request);
    }

    private <R> R call(String activityType, Class<R> resultClass, Type resultType, Object request) {
        if (isRecorded(new UndoCall(activityType, request, null))) {
            return nothing(resultClass);
        }
        CallSite here = here(activityType);
        if (here.phase() == Phase.UNDO) {
            ask(here, activityType, void.class, void.class, request);
            return nothing(resultClass);
        }
        ConfirmedAnswer confirmed = here.confirmed();
        if (confirmed == null) {
            if (here.needsResult()) {
                here.step().expects(new ExpectedResult(activityType, resultClass, resultType));
            }
            return required(activityType, resultClass, ask(here, activityType, resultClass, resultType, request));
        }
        return here.needsResult()
                ? required(activityType, resultClass, confirmed.read(resultClass, resultType))
                : nothing(resultClass);
    }

    @Override
    public void run(String activityType, Object request) {
        if (isRecorded(new UndoCall(activityType, request, null))) {
            return;
        }
        CallSite here = here(activityType);
        if (here.confirmed() == null) {
            ask(here, activityType, void.class, void.class, request);
        }
    }

    /** What the call that is being made is for. */
    CallSite here(String activityType) {
        CallSite here = site.get();
        if (here == null) {
            throw new IllegalStateException(activityType + " was called outside of a step of " + saga);
        }
        return here;
    }

    private <R> @Nullable R ask(
            CallSite here, String activityType, Class<R> resultClass, Type resultType, Object request) {
        OutgoingCall outgoing = new OutgoingCall(context(here));
        ActivityStub stub = Workflow.newUntypedActivityStub(CallOptions.of(here));
        CompletablePromise<R> answer = Workflow.newPromise();
        CancellationScope scope = Workflow.newCancellationScope(() -> answer.completeFrom(
                outgoing.send(() -> stub.executeAsync(activityType, resultClass, resultType, request))));
        scope.run();
        requireContext(outgoing, saga);
        journal.asked(here.step(), here.shape().taskQueue(), outgoing.activityId());
        here.interruptedBy().forEach(it -> it.begins(scope));
        try {
            return answer.get();
        } catch (TemporalFailure failure) {
            throw judge(here, failure);
        } catch (DataConverterException unreadable) {
            throw CallFailed.unknown(Unreadable.answer(activityType, resultType, unreadable));
        } finally {
            here.interruptedBy().forEach(it -> it.ends(scope));
            journal.answered(here.step());
        }
    }

    SagaCall context(CallSite here) {
        StepEntry step = here.step();
        return new SagaCall(
                sagaId.get(),
                saga,
                step.shape().name(),
                step.iteration(),
                here.phase(),
                step.shape().moment().or(journal::momentInFlight).orElse(null));
    }

    /**
     * Keeps a call without its context from going out: an exception here fails the workflow task, which drops what the
     * task wanted to schedule and is tried again until a worker can put the context on.
     */
    static void requireContext(OutgoingCall outgoing, String saga) {
        if (outgoing.activityId().isEmpty() && !WorkflowUnsafe.isReplaying()) {
            throw new IllegalStateException(
                    "The worker that runs " + saga + " cannot tell participants which saga asks."
                            + " Make its factory with Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder()).build(), or"
                            + " its client with Skald.clientOptions(...), and restart it: the saga has asked nobody and goes on"
                            + " from here by itself.");
        }
    }

    private static CallFailed judge(CallSite here, TemporalFailure failure) {
        return Failures.answered(failure)
                .filter(error -> here.phase() == Phase.DO)
                .filter(error -> error.isNonRetryable() && here.step().shape().isRefusedBy(error.getType()))
                .map(CallFailed::refused)
                .orElseGet(() -> CallFailed.unknown(failure));
    }

    private static <R> R required(String activityType, Class<R> resultClass, @Nullable R result) {
        if (result != null) {
            return result;
        }
        if (resultClass == Optional.class) {
            return resultClass.cast(Optional.empty());
        }
        throw CallFailed.unknown(Unreadable.nothing(activityType, resultClass));
    }

    // What an undo answers is of no interest, but generated code may unbox it before it drops it.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <R> R nothing(Class<R> resultClass) {
        Class<?> unboxed = MethodType.methodType(resultClass).unwrap().returnType();
        return unboxed.isPrimitive() ? (R) Array.get(Array.newInstance(unboxed, 1), 0) : null;
    }
}
