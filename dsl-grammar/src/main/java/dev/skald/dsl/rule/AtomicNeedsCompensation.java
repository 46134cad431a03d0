package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/** All or nothing is a promise that a step without an undo breaks. */
final class AtomicNeedsCompensation implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean atomic = saga.pattern()
                .filter(pattern -> pattern.consistency() == Consistency.ATOMIC)
                .isPresent();
        if (!atomic) {
            return;
        }
        for (Step step : saga.steps()) {
            if (step.kind() == StepKind.COMPENSATABLE
                    && step.compensation().isPresent()
                    && step.compensation().get() instanceof Compensation.None none) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.PATTERN_ATOMIC_NEEDS_COMPENSATION,
                                none.location(),
                                "an atomic saga undoes all or nothing, and step `" + step.name() + "` has no undo")
                        .withHelp(
                                "make it a `pivot`, `retriable` or `readonly` step, or the saga `eventual`; or write `accept "
                                        + DiagnosticId.PATTERN_ATOMIC_NEEDS_COMPENSATION.code() + " because \"…\"`"));
            }
        }
    }
}
