package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;

/** One rule that a saga must pass. */
interface Rule {

    /**
     * Reports every place where {@code saga} breaks the rule; {@code model} knows the other sagas, and the
     * declarations. The model may be partial: what is unresolved breaks none.
     */
    void check(Saga saga, SagaModel model, Diagnostics diagnostics);
}
