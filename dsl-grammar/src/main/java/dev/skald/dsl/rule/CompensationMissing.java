package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/** A compensatable step says how it is undone, or why not. Time Travel and Anthology undo nothing and do not ask. */
final class CompensationMissing implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        if (saga.pattern().filter(CompensationNotRun::undoes).isEmpty()) {
            return;
        }
        for (Step step : saga.steps()) {
            if (step.kind() == StepKind.COMPENSATABLE && step.compensation().isEmpty()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_MISSING,
                                step.nameLocation(),
                                "nothing undoes step `" + step.name() + "` when a later one is refused")
                        .withHelp("write `compensate "
                                + step.call().participant().name().simpleName()
                                + ".…(…)`, or make it a `pivot`, `retriable` or `readonly` step"));
            }
        }
    }
}
