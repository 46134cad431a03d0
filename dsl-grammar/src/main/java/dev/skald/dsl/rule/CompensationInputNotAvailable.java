package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.rule.UsedVariables.Use;

/**
 * An undo uses only what is there when it runs: the saga's input and results of steps before its own. Its own step's
 * result is not there when the outcome was unknown and {@code on unknown compensate} undoes it all the same; with
 * {@code on unknown escalate} it is.
 */
final class CompensationInputNotAvailable implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.steps().stream().filter(step -> step.undo().isPresent()).forEach(step -> checkUndo(step, diagnostics));
    }

    private static void checkUndo(Step step, Diagnostics diagnostics) {
        for (Use use : UsedVariables.in(step.undo().orElseThrow().call())) {
            if (use.missing()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_INPUT_NOT_AVAILABLE,
                                use.argument().location(),
                                "the undo of step `" + step.name() + "` uses the result of `" + use.step()
                                        + "`, which may not have run by then")
                        .withHelp("use the saga's input or the result of a step before `" + step.name() + "`"));
            } else if (use.step().equals(step.name())
                    && step.onUnknown()
                            .filter(Step.OnUnknown.COMPENSATE::equals)
                            .isPresent()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_INPUT_NOT_AVAILABLE,
                                use.argument().location(),
                                "the undo of step `" + step.name() + "` uses the step's own result, which is not there"
                                        + " when the outcome is unknown")
                        .withHelp("identify what is to be undone by the saga's input, such as its id, or write"
                                + " `on unknown escalate`"));
            }
        }
    }
}
