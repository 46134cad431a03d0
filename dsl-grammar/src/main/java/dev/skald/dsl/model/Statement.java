package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/** A line of a saga's body. */
public sealed interface Statement permits Step, Statement.Return {

    /** Where it begins, for the reader of the generated code. */
    SourceLocation location();

    /**
     * The result.
     *
     * @param value of the saga's output type
     * @param location of the whole statement
     */
    record Return(Expression value, SourceLocation location) implements Statement {}
}
