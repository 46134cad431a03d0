package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/**
 * What comes after the point of no return cannot be refused: not a retriable step, nor a readonly one behind the pivot.
 */
final class RetriableCanFail implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean noWayBack = false;
        for (Step step : saga.steps()) {
            noWayBack |= step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE;
            boolean mustSucceed = step.kind() == StepKind.RETRIABLE || (step.kind() == StepKind.READONLY && noWayBack);
            if (mustSucceed && !step.call().operation().errors().isEmpty()) {
                report(step, diagnostics);
            }
        }
    }

    private static void report(Step step, Diagnostics diagnostics) {
        Operation operation = step.call().operation();
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.RETRIABLE_CAN_FAIL,
                        step.call().target(),
                        "step `" + step.name() + "` must succeed, and `" + operation.name() + "` may answer `"
                                + operation.errors().get(0).simpleName() + "`")
                .withHelp("move the step before the pivot, or call an operation that declares no error")
                .withNote("the operation is declared here", operation.location()));
    }
}
