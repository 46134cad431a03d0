package dev.skald.codegen.interpret;

import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaState;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.dsl.language.StepKind;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a plan as its words say, against a script of what happens, without Temporal. It reads nothing but the plan, and
 * never asks which pattern that was made from. Cancels, deadlines and what else takes time do not happen here.
 */
public final class Interpreter {

    private final SagaPlan plan;
    private final Cursor script;
    private final Recorder record;
    private final Undoing undoing;
    private boolean committed;

    private Interpreter(SagaPlan plan, Script script) {
        this.plan = plan;
        this.script = new Cursor(script);
        this.record = new Recorder(plan.steps());
        this.undoing = new Undoing(plan, this.script, record);
    }

    /** What is seen of a saga in which the script happens. */
    public static Trace run(SagaPlan plan, Script script) {
        Interpreter interpreter = new Interpreter(plan, script);
        interpreter.run();
        return interpreter.record.trace();
    }

    private void run() {
        for (Action action : plan.front().flow()) {
            if (action instanceof StepPlan step && !goesOnAfter(step)) {
                return;
            }
        }
        record.move(SagaState.COMPLETED);
    }

    private boolean goesOnAfter(StepPlan step) {
        committed |= step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE;
        switch (take(step)) {
            case DONE -> {
                undoing.add(step);
                return true;
            }
            case NOT_DONE -> undoing.run();
            case MAYBE_DONE -> {
                undoing.add(step);
                undoing.run();
            }
            case ABANDONED -> record.move(SagaState.RESOLVED_MANUALLY);
        }
        return false;
    }

    private Fate take(StepPlan step) {
        Request request = Request.to(step.name());
        record.begins(step);
        Optional<Fate> fate = round(step, request);
        if (fate.isEmpty()) {
            record.notifyAdmin(request);
        }
        while (fate.isEmpty()) {
            fate = settled(step, request, script.verb(request)).or(() -> round(step, request));
        }
        return fate.get();
    }

    /** What comes of one round of asking; empty where the step is stuck. */
    private Optional<Fate> round(StepPlan step, Request request) {
        record.sent(Set.of(request));
        return switch (script.outcome(request)) {
            case DONE -> Optional.of(done(step));
            case REFUSED -> step.canBeRefused() ? Optional.of(notDone(step, Reason.REFUSED)) : unknown(step);
            case UNKNOWN -> unknown(step);
        };
    }

    private Fate done(StepPlan step) {
        record.become(step, StepState.DONE);
        record.healed();
        if (record.isIn(SagaState.ESCALATED)) {
            record.move(SagaState.RUNNING);
        }
        return Fate.DONE;
    }

    private Fate notDone(StepPlan step, Reason reason) {
        record.become(step, StepState.REFUSED);
        record.fails(step, reason);
        return Fate.NOT_DONE;
    }

    /** What becomes of a step that may have happened; empty where it is stuck. */
    private Optional<Fate> unknown(StepPlan step) {
        record.fails(step, Reason.UNKNOWN);
        switch (step.unknown()) {
            case COMPENSATE -> {
                record.become(step, StepState.UNKNOWN);
                return Optional.of(Fate.MAYBE_DONE);
            }
            case REFUSE -> {
                return Optional.of(notDone(step, Reason.UNKNOWN));
            }
            case ESCALATE -> {
                record.move(SagaState.ESCALATED);
                record.answerCaller();
            }
            case ASK_AGAIN -> {}
        }
        record.become(step, StepState.NEEDS_ATTENTION);
        return Optional.empty();
    }

    /** What becomes of a step that is stuck; empty where it is asked again. */
    private Optional<Fate> settled(StepPlan step, Request request, Verb verb) {
        if (!isAllowed(verb, step)) {
            record.refused(request, verb);
            return Optional.empty();
        }
        return switch (verb) {
            case CONFIRM_DONE -> Optional.of(done(step));
            case CONFIRM_NOT_DONE -> Optional.of(notDone(step, Reason.CONFIRMED_NOT_DONE));
            case ABANDON -> {
                record.fails(step, Reason.ABANDONED);
                yield Optional.of(Fate.ABANDONED);
            }
            case RETRY, WAIT, SKIP -> Optional.empty();
        };
    }

    private boolean isAllowed(Verb verb, StepPlan step) {
        boolean mustBeDone = committed && step.kind() != StepKind.PIVOT;
        return verb != Verb.SKIP && !(verb == Verb.CONFIRM_NOT_DONE && mustBeDone);
    }

    /** What has become of a step. */
    private enum Fate {
        DONE,
        NOT_DONE,
        MAYBE_DONE,
        ABANDONED
    }
}
