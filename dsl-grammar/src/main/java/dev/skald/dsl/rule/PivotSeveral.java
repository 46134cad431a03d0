package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.List;

/** There is one point of no return. */
final class PivotSeveral implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        List<Step> pivots = saga.steps().stream()
                .filter(step -> step.kind() == StepKind.PIVOT)
                .toList();
        pivots.stream()
                .skip(1)
                .forEach(step -> diagnostics.report(Diagnostic.of(
                                DiagnosticId.PIVOT_SEVERAL,
                                step.nameLocation(),
                                "step `" + step.name() + "` is a second pivot")
                        .withHelp("what must be done once the first pivot is done is a `retriable` step")
                        .withNote("the first pivot is here", pivots.get(0).nameLocation())));
    }
}
