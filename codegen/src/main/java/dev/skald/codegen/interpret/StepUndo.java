package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.dsl.language.OnExhausted;

/** The undo of one step of one run. */
final class StepUndo {

    private final StepPlan step;
    private final UndoPlan plan;
    private boolean begun;
    private boolean settled;
    private boolean tried;
    private boolean told;

    StepUndo(StepPlan step, UndoPlan plan) {
        this.step = step;
        this.plan = plan;
    }

    StepPlan step() {
        return step;
    }

    Request request() {
        return Request.undo(step.name());
    }

    /** Whether there is anybody to ask. */
    boolean canBeSent() {
        return plan instanceof UndoPlan.ByCall;
    }

    /** Whether it is given up after a round, and then waits for an operator. */
    boolean canFail() {
        return plan.canFail();
    }

    boolean hasBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    /** It need not be sent any more. */
    void settle() {
        settled = true;
    }

    /** One round of it has failed; answers whether that is news to the admin. */
    boolean fail() {
        boolean news = !told;
        tried = true;
        told = true;
        return news;
    }

    /** An operator has it tried again. */
    void retry() {
        told = false;
    }

    /** Whether those that come after it need not wait any longer. */
    boolean letsOthersGoOn() {
        boolean pauses = plan instanceof UndoPlan.ByCall byCall && byCall.onExhausted() == OnExhausted.PAUSE;
        return settled || (tried && !pauses);
    }
}
