package dev.skald.codegen.interpret;

import java.util.Set;

/** The undo of one step of one run. */
final class StepUndo {

    private final Task task;
    private final Task.Undo plan;
    private final Set<Task> waitedFor;
    private boolean begun;
    private boolean settled;
    private boolean tried;
    private boolean told;

    StepUndo(Task task, Task.Undo plan, Set<Task> waitedFor) {
        this.task = task;
        this.plan = plan;
        this.waitedFor = Set.copyOf(waitedFor);
    }

    Task task() {
        return task;
    }

    /** Whether the step was taken once that one was done. */
    boolean waitedFor(Task other) {
        return waitedFor.contains(other);
    }

    Request request() {
        return task.undoing();
    }

    /** Whether there is anybody to ask. */
    boolean canBeSent() {
        return plan.canBeSent();
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
        return settled || (tried && !plan.pauses());
    }
}
