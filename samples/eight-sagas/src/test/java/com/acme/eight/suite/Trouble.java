package com.acme.eight.suite;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Stands between the sagas and their participants, and makes trouble there. */
final class Trouble extends WorkerInterceptorBase {

    /** What happens to the calls that it concerns. */
    private record Mischief(Predicate<SagaCall> calls, Way way) {}

    /** How a call is answered; {@code next} answers it as the participant would. */
    private interface Way {
        Object answer(Supplier<Object> next);
    }

    private final List<Mischief> mischiefs = new CopyOnWriteArrayList<>();
    private final List<SagaCall> calls = new CopyOnWriteArrayList<>();
    private final List<SagaCall> answered = new CopyOnWriteArrayList<>();

    /** From now on such calls wait at the gate before anything happens. */
    Gate holdBefore(Predicate<SagaCall> held) {
        Gate gate = new Gate();
        add(held, next -> {
            gate.pass();
            return next.get();
        });
        return gate;
    }

    /** The next such call waits at the gate before anything happens; those after it do not. */
    Gate holdFirstBefore(Predicate<SagaCall> held) {
        Gate gate = new Gate();
        add(held, next -> {
            gate.passIfFirst();
            return next.get();
        });
        return gate;
    }

    /** The next such call waits at the gate after its effect; those after it do not. */
    Gate holdFirstAfter(Predicate<SagaCall> held) {
        Gate gate = new Gate();
        add(held, next -> {
            Object answer = next.get();
            gate.passIfFirst();
            return answer;
        });
        return gate;
    }

    /** From now on such calls fail, and nothing happens. */
    void fail(Predicate<SagaCall> failing, Supplier<? extends RuntimeException> failure) {
        add(failing, next -> {
            throw failure.get();
        });
    }

    /** From now on each call is delivered twice. */
    void deliverTwice() {
        add(call -> true, next -> {
            Object unused = next.get();
            return next.get();
        });
    }

    /** All goes well again. */
    void end() {
        mischiefs.clear();
    }

    /** The calls that have arrived, each attempt of each. */
    List<SagaCall> calls() {
        return List.copyOf(calls);
    }

    /** How many attempts at a step are over, whatever came of them. */
    long answered(String step) {
        return answered.stream().filter(step(step)).count();
    }

    /** The calls that do a step. */
    static Predicate<SagaCall> step(String name) {
        return call -> call.step().equals(name) && call.phase() == Phase.DO;
    }

    /** The calls that undo a step. */
    static Predicate<SagaCall> undo(String name) {
        return undos().and(call -> call.step().equals(name));
    }

    /** The calls that undo something. */
    static Predicate<SagaCall> undos() {
        return call -> call.phase() == Phase.UNDO;
    }

    private void add(Predicate<SagaCall> concerned, Way way) {
        mischiefs.add(new Mischief(concerned, way));
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            private boolean isOfSkald;

            @Override
            public void init(ActivityExecutionContext context) {
                isOfSkald = context.getInfo().getActivityType().startsWith("skald.");
                super.init(context);
            }

            @Override
            public ActivityOutput execute(ActivityInput input) {
                return isOfSkald ? super.execute(input) : answer(() -> super.execute(input));
            }
        };
    }

    private ActivityInboundCallsInterceptor.ActivityOutput answer(
            Supplier<ActivityInboundCallsInterceptor.ActivityOutput> participant) {
        SagaCall call = SagaCall.current();
        calls.add(call);
        Supplier<Object> answer = participant::get;
        for (Mischief mischief : mischiefs) {
            if (mischief.calls().test(call)) {
                Supplier<Object> next = answer;
                answer = () -> mischief.way().answer(next);
            }
        }
        try {
            return (ActivityInboundCallsInterceptor.ActivityOutput) answer.get();
        } finally {
            answered.add(call);
        }
    }
}
