package dev.skald.runtime.internal.workflow;

import java.util.Optional;
import java.util.Set;

/**
 * What undoes a step.
 *
 * @param step the step
 * @param call generated code that makes the call; empty where there is none
 * @param whyNot why there is none
 * @param behind the steps that the step had behind it
 */
record Undo(StepEntry step, Optional<Runnable> call, String whyNot, Set<StepEntry> behind) {}
