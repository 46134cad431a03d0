package dev.skald.codegen.interpret;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Refusal;
import dev.skald.codegen.interpret.Trace.StepSeen;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaState;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what happens, as it happens. */
final class Recorder {

    private final List<Set<Request>> calls = new ArrayList<>();
    private final List<String> states = new ArrayList<>(List.of(SagaState.RUNNING.name()));
    private final List<Entry> steps = new ArrayList<>();
    private final List<Request> notices = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<Task> escalated = new HashSet<>();

    /** In the order begun. */
    private final List<Task> inFlight = new ArrayList<>();

    private final List<String> observed = new ArrayList<>();
    private final boolean tells;
    private final Answer answer;
    private SagaState state = SagaState.RUNNING;
    private SagaState beforeEscalation = SagaState.RUNNING;
    private @Nullable Told told;
    private @Nullable Failure failure;
    private @Nullable Failure trouble;

    Recorder(SagaPlan plan) {
        tells = plan.telling().isPresent();
        answer = plan.answer();
        for (Action action : plan.actions()) {
            if (action instanceof StepPlan step) {
                steps.add(new Entry(Task.of(step, 0)));
            } else if (action instanceof SubSagaPlan run) {
                steps.add(new Entry(Task.of(run, 0)));
            }
        }
    }

    /** The participant is asked for a step for the first time. */
    void begins(Task task) {
        if (task.round() > 0) {
            addRound(task);
        }
        become(task, StepState.RUNNING);
        inFlight.add(task);
        moment(momentInFlight().orElse(SagaState.RUNNING.name()));
    }

    /** The name of the moment that began last among those that last. */
    private Optional<String> momentInFlight() {
        return inFlight.stream()
                .flatMap(task -> task.moment().stream())
                .map(Step.Moment::name)
                .reduce((first, next) -> next);
    }

    /** The first round that begins takes the place of the step that has not begun; the others stand in their order. */
    private void addRound(Task task) {
        List<Entry> rounds = steps.stream()
                .filter(entry -> entry.task.action().equals(task.action()))
                .toList();
        int first = steps.indexOf(rounds.get(0));
        if (rounds.get(0).task.round() == 0) {
            steps.set(first, new Entry(task));
        } else {
            long before = rounds.stream()
                    .filter(entry -> entry.task.round() < task.round())
                    .count();
            steps.add(first + Math.toIntExact(before), new Entry(task));
        }
    }

    /** Something is waited for that is no participant's answer. */
    void waits() {
        moment(SagaState.RUNNING.name());
    }

    /** These go out together, and are answered in that order. */
    void sent(Collection<Request> requests) {
        calls.add(Collections.unmodifiableSet(new LinkedHashSet<>(requests)));
    }

    void become(Task task, StepState next) {
        steps.stream().filter(entry -> entry.task.equals(task)).forEach(entry -> entry.state = next);
    }

    /** The participant has not done it, or nobody knows. */
    void notDone(Task task, StepState how) {
        become(task, how);
        answered(task);
    }

    /** Where others are still in flight the moment is one of theirs; otherwise what comes next says what it is. */
    private void answered(Task task) {
        inFlight.remove(task);
        if (!inFlight.isEmpty()) {
            moment(momentInFlight().orElse(SagaState.RUNNING.name()));
        }
    }

    /** The participant has answered. */
    void done(Task task) {
        become(task, StepState.DONE);
        answered(task);
        escalated.remove(task);
        if (state == SagaState.ESCALATED && escalated.isEmpty()) {
            trouble = null;
            move(beforeEscalation);
        }
    }

    /** Nobody knows whether the step has happened; of several the first is the reason. */
    void escalates(Task task) {
        escalated.add(task);
        if (state != SagaState.ESCALATED) {
            trouble = new Failure(task.name(), Failure.Reason.UNKNOWN);
            beforeEscalation = state;
            move(SagaState.ESCALATED);
        }
    }

    /** The step is not done, and nothing is undone: a caller learns where it has stopped. */
    void stops(Task task) {
        if (told == null && answer == Answer.WHERE_IT_STOPS) {
            told = new Told(state.name(), Optional.of(new Failure(task.name(), Failure.Reason.REFUSED)));
        }
    }

    /** Nothing moves now: a caller is not kept waiting for somebody who knows. */
    void rests() {
        if (state == SagaState.ESCALATED) {
            answerCaller();
        }
    }

    /** Everything is done that had to be. */
    void completed() {
        skipPending(steps.stream());
        move(SagaState.COMPLETED);
    }

    /** Everything is done that had to be before a step. */
    void isOverBefore(String step) {
        skipPending(steps.stream().takeWhile(entry -> !entry.task.name().equals(step)));
    }

    private static void skipPending(Stream<Entry> some) {
        some.filter(entry -> entry.state == StepState.PENDING).forEach(entry -> entry.state = StepState.SKIPPED);
    }

    /** The caller is told that the saga is not completed, while steps are still in flight. */
    void compensationSent() {
        if (state == SagaState.ESCALATED) {
            beforeEscalation = SagaState.COMPENSATION_SENT;
        } else {
            move(SagaState.COMPENSATION_SENT);
            answerCaller();
        }
    }

    void move(SagaState next) {
        state = next;
        show(next.name());
    }

    boolean isIn(SagaState some) {
        return state == some;
    }

    /** What is the reason from now on why the saga is not completed: the first. */
    void fails(String what, Failure.Reason reason) {
        if (failure == null) {
            failure = new Failure(what, reason);
        }
    }

    /** The caller is answered, unless that has been done. */
    void answerCaller() {
        if (answer == Answer.NEVER) {
            told = Told.NOTHING;
        } else if (told == null) {
            told = new Told(states.get(states.size() - 1), Optional.ofNullable(failure == null ? trouble : failure));
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
                steps.stream()
                        .map(entry -> new StepSeen(entry.task.label(), entry.state))
                        .toList(),
                told,
                List.copyOf(notices),
                List.copyOf(refused),
                List.copyOf(observed));
    }

    /** A moment is seen only while all is well. */
    private void moment(String name) {
        if (state == SagaState.RUNNING) {
            show(name);
        }
    }

    private void show(String name) {
        if (!states.get(states.size() - 1).equals(name)) {
            states.add(name);
        }
        if (tells
                && isTold(name)
                && (observed.isEmpty() || !observed.get(observed.size() - 1).equals(name))) {
            observed.add(name);
        }
    }

    /** Told are the moments, which no state of every saga is called like, and the ends. */
    private static boolean isTold(String name) {
        return Arrays.stream(SagaState.values())
                .filter(state -> state.name().equals(name))
                .allMatch(SagaState::isEnd);
    }

    private static final class Entry {

        private final Task task;
        private StepState state = StepState.PENDING;

        Entry(Task task) {
            this.task = task;
        }
    }
}
