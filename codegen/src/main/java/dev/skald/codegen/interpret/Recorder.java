package dev.skald.codegen.interpret;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Refusal;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.plan.SagaState;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what happens, as it happens. */
final class Recorder {

    private final List<Set<Request>> calls = new ArrayList<>();
    private final List<String> states = new ArrayList<>(List.of(SagaState.RUNNING.name()));
    private final Map<String, StepState> steps = new LinkedHashMap<>();
    private final List<Request> notices = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private @Nullable Told told;
    private @Nullable Failure failure;

    Recorder(List<StepPlan> plan) {
        plan.forEach(step -> steps.put(step.name(), StepState.PENDING));
    }

    /** The participant is asked for a step for the first time. */
    void begins(StepPlan step) {
        become(step, StepState.RUNNING);
        move(step.moment().map(Step.Moment::name).orElse(SagaState.RUNNING.name()));
    }

    /** These go out together. */
    void sent(Set<Request> requests) {
        calls.add(Set.copyOf(requests));
    }

    void become(StepPlan step, StepState state) {
        steps.put(step.name(), state);
    }

    void move(SagaState state) {
        move(state.name());
    }

    boolean isIn(SagaState state) {
        return states.get(states.size() - 1).equals(state.name());
    }

    /** What is the reason from now on why the saga is not completed. */
    void fails(StepPlan step, Failure.Reason reason) {
        failure = new Failure(step.name(), reason);
    }

    /** What went wrong has come to a good end after all. */
    void healed() {
        failure = null;
    }

    /** The caller is answered, unless that has been done. */
    void answerCaller() {
        if (told == null) {
            told = new Told(states.get(states.size() - 1), Optional.ofNullable(failure));
        }
    }

    void notifyAdmin(Request request) {
        notices.add(request);
    }

    void refused(Request request, Verb verb) {
        refused.add(new Refusal(request, verb));
    }

    Trace trace() {
        answerCaller();
        if (told == null) {
            throw new IllegalStateException("the caller was not answered: this is a bug in Skald");
        }
        return new Trace(
                List.copyOf(calls),
                List.copyOf(states),
                Collections.unmodifiableMap(new LinkedHashMap<>(steps)),
                told,
                List.copyOf(notices),
                List.copyOf(refused));
    }

    private void move(String state) {
        if (!states.get(states.size() - 1).equals(state)) {
            states.add(state);
        }
    }
}
