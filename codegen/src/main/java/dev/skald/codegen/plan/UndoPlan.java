package dev.skald.codegen.plan;

import dev.skald.dsl.language.OnExhausted;

/** How a step is undone. */
public sealed interface UndoPlan {

    /** Whether the saga can come to a point where the undo has failed; otherwise it is asked until it is confirmed. */
    boolean canFail();

    /**
     * By a call.
     *
     * @param call what is called
     * @param onExhausted what the other undos do when this one has exhausted its retries
     */
    record ByCall(CallPlan call, OnExhausted onExhausted) implements UndoPlan {

        @Override
        public boolean canFail() {
            return call.policy().isBounded();
        }
    }

    /**
     * Not at all: a saga that would have to undo the step has failed to.
     *
     * @param because why the definition accepts that
     */
    record Impossible(String because) implements UndoPlan {

        @Override
        public boolean canFail() {
            return true;
        }
    }
}
