package dev.skald.codegen.plan;

import dev.skald.dsl.language.OnExhausted;

/** How a step is undone. */
public sealed interface UndoPlan {

    /**
     * By a call.
     *
     * @param call what is called
     * @param onExhausted what the other undos do when this one has exhausted its retries
     */
    record ByCall(CallPlan call, OnExhausted onExhausted) implements UndoPlan {}

    /**
     * Not at all: a saga that would have to undo the step has failed to.
     *
     * @param because why the definition accepts that
     */
    record Impossible(String because) implements UndoPlan {}
}
