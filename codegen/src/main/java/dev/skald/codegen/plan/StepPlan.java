package dev.skald.codegen.plan;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;

/**
 * A step that is called and awaited.
 *
 * @param name its name, unique on any path through the saga; part of its idempotency key
 * @param wording in words, for people; empty where its name will do
 * @param kind what it is to the whole
 * @param moment the name of the uncertain time while it runs
 * @param call what is called
 * @param unknown what follows an outcome that nobody knows
 * @param undo how it is undone; empty where it has no effect or stays done
 * @param after the names of the earlier steps that it waits for where it runs beside others; empty elsewhere
 * @param source the place of the statement
 */
public record StepPlan(
        String name,
        Optional<String> wording,
        StepKind kind,
        Optional<Step.Moment> moment,
        CallPlan call,
        Unknown unknown,
        Optional<UndoPlan> undo,
        List<String> after,
        Source source)
        implements Action {

    public StepPlan {
        after = List.copyOf(after);
    }

    /** This step, which waits for those only. */
    StepPlan waitingFor(List<String> steps) {
        return new StepPlan(name, wording, kind, moment, call, unknown, undo, steps, source);
    }

    /** Whether the participant may answer with a business error. */
    public boolean canBeRefused() {
        return !call.call().operation().errors().isEmpty();
    }

    /** What is called to undo it, where it can be undone. */
    public Optional<CallPlan> undoCall() {
        return undo.filter(UndoPlan.ByCall.class::isInstance).map(byCall -> ((UndoPlan.ByCall) byCall).call());
    }

    /** What follows an outcome that nobody knows. */
    public enum Unknown {
        /** This step is undone, and those before it. */
        COMPENSATE,
        /** Those before it are undone: it has no effect of its own. */
        REFUSE,
        /** The saga is escalated and the admin told; it is asked again, with the same key, until it answers. */
        ESCALATE,
        /** It needs attention, and is asked again, with the same key, until it answers; the saga stays as it is. */
        ASK_AGAIN
    }
}
