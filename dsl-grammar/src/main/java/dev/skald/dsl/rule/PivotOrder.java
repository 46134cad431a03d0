package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;

/** Compensatable steps come first, then the pivot, then retriable ones; readonly steps stand anywhere. */
final class PivotOrder implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        List<Step> steps = saga.steps();
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            if (step.kind() == StepKind.COMPENSATABLE) {
                first(steps.subList(0, index), StepKind.PIVOT, StepKind.RETRIABLE)
                        .ifPresent(earlier -> reportLate(step, earlier, diagnostics));
            } else if (step.kind() == StepKind.RETRIABLE) {
                first(steps.subList(index, steps.size()), StepKind.PIVOT, StepKind.PIVOT)
                        .ifPresent(pivot -> reportEarly(step, pivot, diagnostics));
            }
        }
    }

    private static Optional<Step> first(List<Step> steps, StepKind one, StepKind other) {
        return steps.stream()
                .filter(step -> step.kind() == one || step.kind() == other)
                .findFirst();
    }

    private static void reportLate(Step step, Step earlier, Diagnostics diagnostics) {
        String kind = earlier.kind() == StepKind.PIVOT ? "pivot" : "retriable step";
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.PIVOT_ORDER,
                        step.nameLocation(),
                        "compensatable step `" + step.name() + "` stands behind the " + kind + " `" + earlier.name()
                                + "`, from which there is no way back")
                .withHelp("move it before `" + earlier.name() + "`, or make it a `retriable` step")
                .withNote("the " + kind + " is here", earlier.nameLocation()));
    }

    private static void reportEarly(Step step, Step pivot, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.PIVOT_ORDER,
                        step.nameLocation(),
                        "retriable step `" + step.name() + "` stands before the pivot `" + pivot.name()
                                + "`, whose refusal it could not follow")
                .withHelp("move it behind `" + pivot.name() + "`, or give it an undo")
                .withNote("the pivot is here", pivot.nameLocation()));
    }
}
