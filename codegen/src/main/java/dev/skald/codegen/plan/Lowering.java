package dev.skald.codegen.plan;

import dev.skald.dsl.model.Saga;

/** Spells out what a saga of one pattern does. */
interface Lowering {

    /** The plan of a saga that all rules have passed. */
    SagaPlan lower(Saga saga);
}
