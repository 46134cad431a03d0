package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/** What its participant calls irreversible has no undo, whatever the saga says. */
final class CompensationIrreversible implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            boolean claims = step.kind() == StepKind.COMPENSATABLE
                    && step.undo()
                            .filter(undo -> undo.call().participant().resolved())
                            .isPresent();
            if (claims && step.call().operation().irreversible()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_IRREVERSIBLE,
                                step.undo().get().location(),
                                "step `" + step.name() + "` claims an undo of `"
                                        + step.call().operation().name() + "`, which is declared irreversible")
                        .withHelp("make it the `pivot`, or a `retriable` step behind it")
                        .withNote("declared here", step.call().operation().location()));
            }
        }
    }
}
