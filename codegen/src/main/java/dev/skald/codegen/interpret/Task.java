package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.Optional;

/**
 * What is asked for in one round: a step, or another saga.
 *
 * @param action the plan of it
 * @param name its name
 * @param round the loop's round, 0 outside of loops
 * @param kind what it is to the whole
 * @param moment the name of the uncertain time while it runs
 * @param canBeRefused whether it may be answered with an error
 * @param unknown what follows an outcome that nobody knows; empty where nobody ever will
 * @param undo how it is undone
 */
record Task(
        Action action,
        String name,
        int round,
        StepKind kind,
        Optional<Step.Moment> moment,
        boolean canBeRefused,
        Optional<Unknown> unknown,
        Optional<Undo> undo) {

    /** A step. */
    static Task of(StepPlan step, int round) {
        return new Task(
                step,
                step.name(),
                round,
                step.kind(),
                step.moment(),
                step.canBeRefused(),
                Optional.of(step.unknown()),
                step.undo().map(Task::undo));
    }

    /** Another saga; whoever ends it by hand leaves open what of it is undone. */
    static Task of(SubSagaPlan run, int round) {
        return new Task(
                run,
                run.name(),
                round,
                run.kind(),
                Optional.empty(),
                run.kind() != StepKind.RETRIABLE,
                run.hasUndo() ? Optional.empty() : Optional.of(Unknown.ASK_AGAIN),
                run.hasUndo() ? Optional.of(new Undo(true, true, false)) : Optional.empty());
    }

    /** {@code reservation}, {@code reservation[2]}. */
    String label() {
        return round == 0 ? name : name + "[" + round + "]";
    }

    /** To do it. */
    Request request() {
        return new Request(name, Request.Phase.DO, round);
    }

    /** To undo it. */
    Request undoing() {
        return new Request(name, Request.Phase.UNDO, round);
    }

    boolean commits() {
        return kind.isPointOfNoReturn();
    }

    private static Undo undo(UndoPlan plan) {
        boolean pauses = plan instanceof UndoPlan.ByCall byCall && byCall.onExhausted() == OnExhausted.PAUSE;
        return new Undo(plan instanceof UndoPlan.ByCall, plan.canFail(), pauses);
    }

    /**
     * How it is undone.
     *
     * @param canBeSent whether there is anybody to ask
     * @param canFail whether it is given up after a round
     * @param pauses whether those that come after it wait for it
     */
    record Undo(boolean canBeSent, boolean canFail, boolean pauses) {}
}
