package dev.skald.codegen.plan;

import dev.skald.dsl.model.Saga;

/** Spells out what a saga of one pattern does. */
interface Lowering {

    /**
     * The plan of a saga that all rules have passed.
     *
     * @param subSagas what is known of the sagas that it may run
     */
    SagaPlan lower(Saga saga, SubSagas subSagas);
}
