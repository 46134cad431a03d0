package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.SagaCall;
import io.temporal.failure.ApplicationFailure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The participant of all sagas: does in each what its script says. */
final class ScriptedShop implements InvocationHandler {

    /** The type of a failure that leaves open what happened. */
    static final String BROKEN = "test.Broken";

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
        SagaUnderTest saga = sagas.get(sagaId.substring(0, sagaId.lastIndexOf('/')));
        if (saga == null) {
            throw new IllegalStateException("nobody has started " + sagaId);
        }
        return saga;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method operation, Object @Nullable [] arguments) throws Throwable {
        SagaCall call = SagaCall.current();
        Request request = request(call.step(), call.phase(), call.iteration());
        Outcome outcome = saga(call.sagaId()).asked(request);
        return switch (outcome) {
            case DONE -> result(operation.getReturnType());
            case REFUSED -> throw refused(call.step());
            case UNKNOWN -> throw ApplicationFailure.newNonRetryableFailure(call.step(), BROKEN);
        };
    }

    /** What an admin is told about, by its label. */
    static Request request(AdminNotice notice) {
        String[] parts = notice.step().split("[\\[\\]]", -1);
        return request(parts[0], notice.phase(), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    private static Request request(String step, SagaCall.Phase phase, int round) {
        return (phase == SagaCall.Phase.DO ? Request.to(step) : Request.undo(step)).in(round);
    }

    private @Nullable Object result(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 7;
        }
        return type == void.class ? null : type.getConstructor(String.class).newInstance("4711");
    }

    private Throwable refused(String step) throws ReflectiveOperationException {
        return (Throwable) generated
                .loadClass("com.acme.five.Refused")
                .getConstructor(String.class)
                .newInstance(step);
    }
}
