package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;

/**
 * On each path compensatable steps come first, then the pivot, then retriable ones; readonly steps stand anywhere. A
 * sub-saga that has something to undo counts as compensatable.
 */
final class PivotOrder implements Rule {

    private final StatementKinds kinds;

    PivotOrder(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (kinds.isUndone(statement)) {
                before.earlier().stream()
                        .filter(kinds::isWithoutReturn)
                        .findFirst()
                        .filter(earlier -> !isPivotOfNextRound(earlier, statement))
                        .ifPresent(earlier -> reportLate(statement, earlier, before, diagnostics));
            } else if (statement instanceof Step pivot && pivot.kind() == StepKind.PIVOT) {
                before.earlier().stream()
                        .filter(earlier -> earlier instanceof Step step && step.kind() == StepKind.RETRIABLE)
                        .filter(earlier -> Before.isAbove(earlier, statement))
                        .forEach(earlier -> reportEarly((Step) earlier, pivot, diagnostics));
            }
        });
    }

    /** A pivot in a loop is one too many itself; what stands above it is in order once it is out of the loop. */
    private boolean isPivotOfNextRound(Statement earlier, Statement statement) {
        return kinds.isPivot(earlier) && !Before.isAbove(earlier, statement);
    }

    private void reportLate(Statement statement, Statement earlier, Before before, Diagnostics diagnostics) {
        String name = "`" + Naming.nameOf(earlier) + "`";
        boolean nextRound = !Before.isAbove(earlier, statement);
        String move = nextRound ? "put " + name + " into a loop of its own, behind this one" : "move it before " + name;
        Diagnostic found = Diagnostic.of(
                        DiagnosticId.PIVOT_ORDER,
                        Naming.placeOf(statement),
                        Naming.of(statement) + " " + before.relation(statement, earlier) + " the " + Naming.of(earlier)
                                + ", from which there is no way back")
                .withHelp(nextRound || statement instanceof SubSaga ? move : move + ", or make it a `retriable` step")
                .withNote("the " + Naming.kindOf(earlier) + " is here", Naming.placeOf(earlier));
        diagnostics.report(kinds.pointOfNoReturnOf(earlier)
                .map(point -> found.withNote("its point of no return is here", Naming.placeOf(point)))
                .orElse(found));
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
