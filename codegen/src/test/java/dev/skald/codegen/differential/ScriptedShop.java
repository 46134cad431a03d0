package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.InMemorySagaFence;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The participant of all sagas: does in each what its script says, behind a fence, and keeps a ledger of it. Answers
 * get lost, failures hide effects, and requests come after their undo, where the saga's mischief says so.
 */
final class ScriptedShop implements InvocationHandler {

    /** The type of a failure that leaves open what happened. */
    static final String BROKEN = "test.Broken";

    /** What it is told in where others have a step's name. */
    private static final String STATE_CHANGE = "on state change";

    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final SagaFence fence = new InMemorySagaFence();
    private final Map<String, SagaUnderTest> sagas = new ConcurrentHashMap<>();
    private final ClassLoader generated;

    ScriptedShop(ClassLoader generated) {
        this.generated = generated;
    }

    /** From now on the saga's script is played. */
    void play(SagaUnderTest saga) {
        sagas.put(saga.workflowId(), saga);
    }

    SagaUnderTest saga(String sagaId) {
        SagaUnderTest saga = sagas.get(sagaId.replaceFirst("^([^/]*/[^/]*).*", "$1"));
        if (saga == null) {
            throw new IllegalStateException("nobody has started " + sagaId);
        }
        return saga;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method operation, Object @Nullable [] arguments) throws Throwable {
        SagaCall call = SagaCall.current();
        if (call.step().equals(STATE_CHANGE)) {
            saga(call.sagaId()).isIn(String.valueOf(Objects.requireNonNull(arguments)[1]));
            return null;
        }
        Optional<Request> outer = Inner.outer(call);
        if (outer.isPresent()) {
            return within(saga(call.sagaId()), call, outer.get(), operation);
        }
        Request request = request(call.step(), call.phase(), call.iteration());
        SagaUnderTest saga = saga(call.sagaId());
        boolean firstTime = Activity.getExecutionContext().getInfo().getAttempt() == 1;
        Answer answer = firstTime ? saga.asked(request) : saga.askedAgain(request);
        if (answer.outcome() == Outcome.UNKNOWN) {
            if (answer.tookEffect()) {
                fenced(saga, call, request, operation, Outcome.DONE);
            }
            throw ApplicationFailure.newNonRetryableFailure(call.step(), BROKEN);
        }
        Object result = null;
        Throwable refused = null;
        try {
            result = fenced(saga, call, request, operation, answer.outcome());
        } catch (DeclaredError | ApplicationFailure refusal) {
            refused = refusal;
        }
        if (firstTime && answer.isLost()) {
            throw lost(call);
        }
        if (refused != null) {
            throw refused;
        }
        return result;
    }

    /** A saga that another one runs has something done, or undone. */
    private @Nullable Object within(SagaUnderTest saga, SagaCall call, Request outer, Method operation) {
        if (call.phase() == SagaCall.Phase.DO) {
            return doneWithin(saga, call, outer, operation.getReturnType());
        }
        Request undo = Request.undo(outer.step()).in(outer.round());
        boolean undoesItself =
                saga.script().outcomes().getOrDefault(outer, List.of()).contains(Outcome.REFUSED);
        if (call.step().equals(Inner.LAST) && !undoesItself) {
            saga.asked(undo);
        }
        fence.undo(call, () -> {
            if (saga.inner().undone(outer, call.step()) && !undoesItself) {
                saga.ledger().add(undo, call.key());
            }
        });
        return null;
    }

    private <T> T doneWithin(SagaUnderTest saga, SagaCall call, Request outer, Class<T> type) {
        boolean isLast = call.step().equals(Inner.LAST);
        boolean refuses = isLast && saga.asked(outer).outcome() == Outcome.REFUSED;
        return fence.once(call, type, () -> {
            if (refuses) {
                throw refused(outer.step());
            }
            saga.inner().done(outer, call.step());
            if (isLast) {
                saga.ledger().add(outer, call.key());
            }
            return type.cast(result(type));
        });
    }

    /** Has something done, or undone, as participants do that keep their promises. */
    private @Nullable Object fenced(
            SagaUnderTest saga, SagaCall call, Request request, Method operation, Outcome outcome) {
        if (call.phase() == SagaCall.Phase.UNDO) {
            fence.undo(call, () -> saga.ledger().add(request, call.key()));
            late(saga, call, request);
            return null;
        }
        Class<?> type = operation.getReturnType();
        if (type == void.class) {
            fence.once(call, () -> work(saga, call, request, outcome));
            return null;
        }
        return answered(saga, call, request, MethodType.methodType(type).wrap().returnType(), outcome);
    }

    private <T> T answered(SagaUnderTest saga, SagaCall call, Request request, Class<T> type, Outcome outcome) {
        return fence.once(call, type, () -> {
            work(saga, call, request, outcome);
            return type.cast(result(type));
        });
    }

    private void work(SagaUnderTest saga, SagaCall call, Request request, Outcome outcome) {
        if (outcome == Outcome.REFUSED) {
            throw refused(call.step());
        }
        if (saga.hasEffect(request)) {
            saga.ledger().add(request, call.key());
        }
    }

    /** The request comes once more, now that it is undone. */
    private void late(SagaUnderTest saga, SagaCall undo, Request request) {
        if (!saga.comesLate(request)) {
            return;
        }
        SagaCall call = new SagaCall(
                undo.sagaId(), undo.saga(), undo.step(), undo.iteration(), SagaCall.Phase.DO, undo.moment());
        try {
            fence.once(call, () -> saga.ledger().acceptedLate(request));
            saga.ledger().acceptedLate(request);
        } catch (ApplicationFailure refused) {
            if (!refused.getType().equals(SagaFence.AFTER_UNDO)) {
                saga.ledger().acceptedLate(request);
            }
        }
    }

    /** A failure that the server makes up for by itself, at once. */
    private static ApplicationFailure lost(SagaCall call) {
        return ApplicationFailure.newBuilder()
                .setMessage("the answer to " + call.key() + " got lost")
                .setType(BROKEN)
                .setNextRetryDelay(A_MOMENT)
                .build();
    }

    /** What an admin is told about, by its label. */
    static Request request(AdminNotice notice) {
        String[] parts = notice.step().split("[\\[\\]]", -1);
        return request(parts[0], notice.phase(), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    private static Request request(String step, SagaCall.Phase phase, int round) {
        return (phase == SagaCall.Phase.DO ? Request.to(step) : Request.undo(step)).in(round);
    }

    private static Object result(Class<?> type) {
        return type == Integer.class ? 7 : made(type, "4711");
    }

    private DeclaredError refused(String step) {
        try {
            return (DeclaredError) made(generated.loadClass("com.acme.five.Refused"), step);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object made(Class<?> type, String content) {
        try {
            return type.getConstructor(String.class).newInstance(content);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What comes of a request.
     *
     * @param outcome what its script says
     * @param tookEffect whether it took effect all the same, where nobody knows
     * @param isLost whether the participant's word gets lost once
     */
    record Answer(Outcome outcome, boolean tookEffect, boolean isLost) {}
}
