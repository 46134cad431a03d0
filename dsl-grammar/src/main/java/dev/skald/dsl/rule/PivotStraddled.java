package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.function.Predicate;

/**
 * A {@code parallel} stands on one side of the point of no return. While a branch has a pivot or a retriable step (or a
 * sub-saga that passes one), a sister branch has no compensatable step and no sub-saga with something to undo: it might
 * be refused when there is no way back. And while a branch has the pivot, a sister branch has no retriable step: it
 * might be done when the pivot is refused. Readonly steps without errors may stand beside all of them.
 */
final class PivotStraddled implements Rule {

    private final StatementKinds kinds;

    PivotStraddled(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (kinds.isUndone(statement)) {
                check(statement, before, kinds::isWithoutReturn, diagnostics);
            } else if (statement instanceof Step step && step.kind() == StepKind.RETRIABLE) {
                check(statement, before, kinds::isPivot, diagnostics);
            }
        });
    }

    /** What is out of order already, behind something earlier, is not reported once more. */
    private static void check(
            Statement statement, Before before, Predicate<Statement> decisive, Diagnostics diagnostics) {
        if (before.earlier().stream().noneMatch(decisive)) {
            before.beside().stream()
                    .filter(decisive)
                    .findFirst()
                    .ifPresent(other -> report(statement, other, diagnostics));
        }
    }

    private static void report(Statement statement, Statement other, Diagnostics diagnostics) {
        boolean retriable = statement instanceof Step step && step.kind() == StepKind.RETRIABLE;
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.PIVOT_STRADDLED,
                        Naming.placeOf(statement),
                        Naming.of(statement) + " runs beside the " + Naming.of(other) + ", "
                                + (retriable
                                        ? "whose refusal it could not follow"
                                        : "and could be refused when there is no way back"))
                .withHelp("put `" + Naming.nameOf(retriable ? statement : other) + "` behind the `parallel`")
                .withNote("the " + Naming.kindOf(other) + " is here", Naming.placeOf(other)));
    }
}
