package dev.skald.codegen.plan;

import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;

/** Spells out what becomes of a saga's steps before the point of no return, which is up to its consistency. */
interface StepLowering {

    /** How the step is called, what follows an outcome that nobody knows, and how it is undone. */
    StepPlan undoable(Step step);

    /** How those are told who want to know of each change of state. */
    CallPlan telling(Saga.StateChange clause);
}
