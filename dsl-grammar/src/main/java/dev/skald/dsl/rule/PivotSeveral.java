package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.Optional;

/**
 * There is one point of no return on a path: in each block of an {@code if}, but not in several branches of a
 * {@code parallel}, nor in a loop, whose next round would come to it again.
 */
final class PivotSeveral implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (statement instanceof Step pivot && isPivot(pivot)) {
                check(pivot, before, diagnostics);
            }
        });
    }

    private static void check(Step pivot, Before before, Diagnostics diagnostics) {
        Optional<Statement> first = before.first(other -> isPivot(other) && Before.isAbove(other, pivot));
        if (first.isPresent()) {
            boolean beside = !before.earlier().contains(first.get());
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.PIVOT_SEVERAL,
                            pivot.nameLocation(),
                            "step `" + pivot.name() + "` is a second pivot"
                                    + (beside ? ", in a branch beside that of the first" : ""))
                    .withHelp("what must be done once the first pivot is done is a `retriable` step"
                            + (beside ? " behind the `parallel`" : ""))
                    .withNote("the first pivot is here", Naming.placeOf(first.get())));
        } else if (before.earlier().contains(pivot)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.PIVOT_SEVERAL,
                            pivot.nameLocation(),
                            "the pivot `" + pivot.name()
                                    + "` stands in a loop, and is a second pivot in its next round")
                    .withHelp("put the pivot before or behind the loop; behind it, the loop may have `retriable`"
                            + " steps"));
        }
    }

    private static boolean isPivot(Statement statement) {
        return statement instanceof Step step && step.kind() == StepKind.PIVOT;
    }
}
