package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;

/** A pivot decides. One whose operation declares no error can only be asked until it answers. */
final class PivotCannotRefuse implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.steps().stream().filter(step -> step.kind() == StepKind.PIVOT).forEach(step -> {
            Operation operation = step.call().operation();
            if (operation.resolved() && operation.errors().isEmpty()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.PIVOT_CANNOT_REFUSE,
                                step.call().target(),
                                "the pivot `" + step.name() + "` is never refused: `" + operation.name()
                                        + "` declares no error, and is asked until it answers")
                        .withHelp("if it may say no, declare how, with `throws`")
                        .withNote("the operation is declared here", operation.location()));
            }
        });
    }
}
