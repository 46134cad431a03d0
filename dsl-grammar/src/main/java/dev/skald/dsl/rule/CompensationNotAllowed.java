package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.Locale;

/** Only a compensatable step has an undo: a pivot and what follows it stand, and a readonly step did nothing. */
final class CompensationNotAllowed implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            if (step.kind() != StepKind.COMPENSATABLE && step.compensation().isPresent()) {
                Compensation compensation = step.compensation().get();
                String kind = step.kind().name().toLowerCase(Locale.ROOT);
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_NOT_ALLOWED,
                                compensation.location(),
                                "step `" + step.name() + "` is " + kind + ", and is never undone")
                        .withHelp("take the clause out, or the word `" + kind + "`"));
            }
        }
    }
}
