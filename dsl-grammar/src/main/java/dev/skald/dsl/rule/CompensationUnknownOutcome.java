package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/**
 * A step whose undo needs the step's own result says what follows an unknown outcome, when there is no result: to undo
 * it too is not possible then, whether the retries were used up or a cancel or the deadline ended the call.
 */
final class CompensationUnknownOutcome implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            if (step.undo().isPresent() && step.onUnknown().isEmpty()) {
                UsedVariables.in(step.undo().get().call()).stream()
                        .filter(use -> use.step().equals(step.name()))
                        .forEach(use -> diagnostics.report(Diagnostic.of(
                                        DiagnosticId.COMPENSATION_UNKNOWN_OUTCOME,
                                        use.argument().location(),
                                        "the undo of step `" + step.name() + "` needs the step's own result, and there"
                                                + " is none when its outcome is unknown")
                                .withHelp("write `on unknown escalate`, which asks until the outcome is known, or"
                                        + " identify what is to be undone by the saga's input, such as its id")));
            }
        }
    }
}
