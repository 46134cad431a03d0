package dev.skald.codegen.plan;

import static dev.skald.codegen.plan.SagaState.COMPENSATED;
import static dev.skald.codegen.plan.SagaState.COMPENSATING;
import static dev.skald.codegen.plan.SagaState.COMPENSATION_FAILED;
import static dev.skald.codegen.plan.SagaState.COMPENSATION_SENT;
import static dev.skald.codegen.plan.SagaState.COMPLETED;
import static dev.skald.codegen.plan.SagaState.ESCALATED;
import static dev.skald.codegen.plan.SagaState.RESOLVED_MANUALLY;
import static dev.skald.codegen.plan.SagaState.RUNNING;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out the state machine of a saga that a mediator leads: a walk over its flow, looking at what can happen at each
 * place. Where several things happen at once, any state of theirs may follow any other.
 */
final class MediatorStates {

    private final boolean hasDeadline;
    private final SagaState undoing;
    private final StateMachineBuilder states = new StateMachineBuilder();

    private MediatorStates(boolean hasDeadline, SagaState undoing) {
        this.hasDeadline = hasDeadline;
        this.undoing = undoing;
    }

    /**
     * The states that a saga can reach.
     *
     * @param answer when the caller learns of the outcome, after which the state is called while undos are on their way
     */
    static StateMachine of(List<Action> flow, boolean hasDeadline, Answer answer) {
        SagaState undoing = answer == Answer.BEFORE_COMPENSATION ? COMPENSATION_SENT : COMPENSATING;
        MediatorStates machine = new MediatorStates(hasDeadline, undoing);
        Actions.allIn(flow, StepPlan.class).forEach(step -> step.moment().ifPresent(machine.states::moment));
        // A cancel may come before the first step has begun.
        machine.states.move(RUNNING, COMPENSATED);
        machine.move(machine.behind(flow, Situation.atTheBeginning()).at(), COMPLETED);
        machine.compensation(flow);
        return machine.states.build();
    }

    private Situation behind(List<Action> block, Situation before) {
        Situation situation = before;
        for (Action action : block) {
            situation = behind(action, situation);
        }
        return situation;
    }

    private Situation behind(Action action, Situation before) {
        if (action instanceof StepPlan step) {
            return behindStep(step, before);
        }
        if (action instanceof SubSagaPlan run) {
            return behindSubSaga(run, before);
        }
        if (action instanceof Action.Choice choice) {
            canEnd(before);
            return behind(choice.then(), before).or(behind(choice.otherwise(), before));
        }
        if (action instanceof Action.Parallel || action instanceof Action.Concurrent) {
            return behindAllOf(Actions.blocksOf(action), before);
        }
        if (action instanceof Action.Loop loop) {
            canEnd(before);
            return loop.parallel()
                    ? behindAllOf(List.of(loop.body()), before).or(before)
                    : behindRounds(loop.body(), before);
        }
        if (action instanceof Action.AwaitEvent || action instanceof Action.Pause) {
            return behindWait(action, before);
        }
        if (action instanceof Action.Fail) {
            canEnd(before);
        } else {
            move(before.at(), COMPLETED);
        }
        return before.never();
    }

    private Situation behindStep(StepPlan step, Situation before) {
        String state = state(step);
        before.at().forEach(from -> states.move(from, state));
        Situation asked = before.asked(step.kind().isPointOfNoReturn()).at(Set.of(state));
        whatCanHappen(step, asked);
        // Whoever was escalated is called running again.
        Situation behind = escalates(step, asked.committed()) ? asked.orAt(RUNNING) : asked;
        return step.undo().isPresent() ? behind.done() : behind;
    }

    private void whatCanHappen(StepPlan step, Situation asked) {
        // Before the point of no return whatever the step comes to; the pivot may be refused, by its operator at least.
        boolean canEndInUndo = !asked.committed() || step.kind() == StepKind.PIVOT;
        if (canEndInUndo) {
            undo(asked, step.undo().isPresent());
        }
        if (step.unknown() == Unknown.ASK_AGAIN) {
            move(asked.at(), RESOLVED_MANUALLY);
        }
        if (escalates(step, asked.committed())) {
            escalation(step, asked, canEndInUndo);
        }
    }

    /** Where the definition says so, and where the time is up that the saga, or the pivot itself, may take. */
    private boolean escalates(StepPlan step, boolean committed) {
        boolean hasOwnDeadline =
                step.kind() == StepKind.PIVOT && step.call().policy().limit().isPresent();
        return step.unknown() == Unknown.ESCALATE || (committed && hasDeadline) || hasOwnDeadline;
    }

    /** The admin is told and the step asked again: it heals itself when the participant answers, or is settled. */
    private void escalation(StepPlan step, Situation asked, boolean canEndInUndo) {
        move(asked.at(), ESCALATED);
        states.move(ESCALATED, RUNNING);
        states.move(ESCALATED, RESOLVED_MANUALLY);
        if (canEndInUndo) {
            undo(asked.at(Set.of(ESCALATED.name())), step.undo().isPresent());
        }
        if (step.unknown() == Unknown.ESCALATE) {
            // Meanwhile it may have been cancelled, or late.
            undo(asked.at(Set.of(RUNNING.name())), step.undo().isPresent());
        }
    }

    /** The step itself may have happened; if it did not, and nothing did before it, there is nothing to undo. */
    private void undo(Situation situation, boolean mayHaveHappened) {
        if (situation.somethingMayBeDone() || mayHaveHappened) {
            move(situation.at(), undoing);
        }
        if (!situation.somethingIsDone()) {
            move(situation.at(), COMPENSATED);
        }
    }

    /** It may end here without anything that is asked for just now. */
    private void canEnd(Situation situation) {
        if (!situation.committed()) {
            undo(situation, false);
        }
    }

    private Situation behindWait(Action action, Situation before) {
        move(before.at(), RUNNING);
        // What has come already is not waited for.
        Situation waiting = before.orAt(RUNNING);
        canEnd(waiting);
        return Actions.blocksOf(action).stream()
                .map(otherwise -> behind(otherwise, waiting))
                .reduce(waiting, Situation::or);
    }

    private Situation behindSubSaga(SubSagaPlan run, Situation before) {
        move(before.at(), RUNNING);
        Situation asked = before.asked(!run.hasUndo()).at(Set.of(RUNNING.name()));
        whatCanHappen(run, asked);
        return run.hasUndo() ? asked.done() : asked;
    }

    /** The other saga may have been ended by somebody, so that nobody knows whether everything of it is undone. */
    private void whatCanHappen(SubSagaPlan run, Situation asked) {
        Situation escalated = asked.at(Set.of(ESCALATED.name()));
        move(asked.at(), RESOLVED_MANUALLY);
        move(asked.at(), ESCALATED);
        states.move(ESCALATED, RUNNING);
        states.move(ESCALATED, RESOLVED_MANUALLY);
        if (run.kind() != StepKind.RETRIABLE) {
            undo(asked, run.hasUndo());
            undo(escalated, run.hasUndo());
        }
    }

    private Situation behindRounds(List<Action> body, Situation before) {
        Situation rounds = before;
        Situation once = rounds.or(behind(body, rounds));
        while (!once.equals(rounds)) {
            rounds = once;
            once = rounds.or(behind(body, rounds));
        }
        return rounds;
    }

    private Situation behindAllOf(List<List<Action>> blocks, Situation before) {
        List<Action> actions = blocks.stream().flatMap(Actions::allIn).toList();
        List<StepPlan> steps = blocks.stream()
                .flatMap(block -> Actions.allIn(block, StepPlan.class).stream())
                .toList();
        List<SubSagaPlan> subSagas = blocks.stream()
                .flatMap(block -> Actions.allIn(block, SubSagaPlan.class).stream())
                .toList();
        Set<String> inside = new LinkedHashSet<>();
        steps.forEach(step -> inside.add(state(step)));
        if (actions.size() > steps.size() || steps.stream().anyMatch(step -> escalates(step, true))) {
            inside.add(RUNNING.name());
        }
        Set<String> anywhere = new LinkedHashSet<>(before.at());
        anywhere.addAll(inside);
        anywhere.forEach(from -> inside.forEach(to -> states.move(from, to)));
        boolean mayBeDone = before.somethingMayBeDone() || canBeUndone(actions);
        Situation within = new Situation(anywhere, before.committed(), mayBeDone, before.somethingIsDone());
        canEnd(within);
        steps.forEach(step -> whatCanHappen(step, within.asked(step.kind().isPointOfNoReturn())));
        subSagas.forEach(run -> whatCanHappen(run, within));
        if (!before.committed()) {
            endInPieces(within, steps, !subSagas.isEmpty());
        }
        boolean goesOn = blocks.stream().noneMatch(Actions::neverGoesOn);
        boolean commits = steps.stream().map(StepPlan::kind).anyMatch(StepKind::isPointOfNoReturn)
                || subSagas.stream().anyMatch(run -> !run.hasUndo());
        return within.asked(commits).at(goesOn ? anywhere : Set.of());
    }

    /** An eventual saga has answered its caller while others are in flight, and what becomes of those is seen then. */
    private void endInPieces(Situation within, List<StepPlan> steps, boolean hasSubSagas) {
        if (undoing != COMPENSATION_SENT) {
            return;
        }
        move(within.at(), undoing);
        states.move(undoing, COMPENSATED);
        if (hasSubSagas || steps.stream().anyMatch(step -> step.unknown() == Unknown.ASK_AGAIN)) {
            states.move(undoing, RESOLVED_MANUALLY);
        }
        if (hasSubSagas || steps.stream().anyMatch(step -> escalates(step, true))) {
            states.move(undoing, ESCALATED);
            states.move(ESCALATED, undoing);
        }
    }

    private void compensation(List<Action> flow) {
        List<Action> actions = Actions.allIn(flow).toList();
        if (!canBeUndone(actions)) {
            return;
        }
        states.move(undoing, COMPENSATED);
        states.move(undoing, RESOLVED_MANUALLY);
        if (actions.stream().anyMatch(MediatorStates::undoCanFail)) {
            states.move(undoing, COMPENSATION_FAILED);
            states.move(COMPENSATION_FAILED, undoing);
            states.move(COMPENSATION_FAILED, COMPENSATED);
            states.move(COMPENSATION_FAILED, RESOLVED_MANUALLY);
        }
    }

    private static boolean canBeUndone(List<Action> actions) {
        return actions.stream()
                .anyMatch(action -> (action instanceof SubSagaPlan run && run.hasUndo())
                        || (action instanceof StepPlan step && step.undo().isPresent()));
    }

    private static boolean undoCanFail(Action action) {
        return (action instanceof SubSagaPlan run && run.hasUndo())
                || (action instanceof StepPlan step
                        && step.undo().filter(UndoPlan::canFail).isPresent());
    }

    private void move(Set<String> from, SagaState to) {
        from.forEach(state -> states.move(state, to.name()));
    }

    private static String state(StepPlan step) {
        return step.moment().map(Step.Moment::name).orElse(RUNNING.name());
    }
}
