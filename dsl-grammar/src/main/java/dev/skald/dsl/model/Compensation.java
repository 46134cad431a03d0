package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.OnExhausted;

/** How a step is undone, or why not. */
public sealed interface Compensation {

    /** Of the whole clause. */
    SourceLocation location();

    /**
     * A call that undoes.
     *
     * @param call the operation and its arguments
     * @param limits what is written about its time and retries, the nearest default applied field by field
     * @param onExhausted what the other undos do when this one has exhausted its retries
     * @param location of the whole clause
     */
    record Undo(Call call, CallLimits limits, OnExhausted onExhausted, SourceLocation location)
            implements Compensation {}

    /**
     * {@code no compensation because "…"}.
     *
     * @param because the reason
     * @param location of the whole clause
     */
    record None(String because, SourceLocation location) implements Compensation {}
}
