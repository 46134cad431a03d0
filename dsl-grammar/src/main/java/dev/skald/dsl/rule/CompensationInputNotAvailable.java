package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.rule.UsedVariables.Use;
import java.util.HashSet;
import java.util.Set;

/**
 * An undo uses only what is there when it runs: the saga's input and results of steps before its own. Its own step's
 * result is not there when the outcome was unknown and {@code on unknown compensate} undoes it all the same; with
 * {@code on unknown escalate} it is.
 */
final class CompensationInputNotAvailable implements Rule {

    @Override
    public void check(Saga saga, Diagnostics diagnostics) {
        Set<String> earlier = new HashSet<>();
        for (Step step : saga.steps()) {
            if (step.undo().isPresent()) {
                checkUndo(step, earlier, diagnostics);
            }
            earlier.add(step.name());
        }
    }

    private static void checkUndo(Step step, Set<String> earlier, Diagnostics diagnostics) {
        for (Use use : UsedVariables.in(step.undo().orElseThrow().call())) {
            if (earlier.contains(use.step())) {
                continue;
            }
            if (!use.step().equals(step.name())) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.COMPENSATION_INPUT_NOT_AVAILABLE,
                                use.argument().location(),
                                "the undo of step `" + step.name() + "` uses the result of `" + use.step()
                                        + "`, which may not have run by then")
                        .withHelp("use the saga's input or the result of a step before `" + step.name() + "`"));
            } else if (step.onUnknown()
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
