package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;

/** One rule that a saga must pass. */
interface Rule {

    /**
     * Reports every place where {@code saga} breaks the rule. The model may be partial: what is unresolved breaks none.
     */
    void check(Saga saga, Diagnostics diagnostics);
}
