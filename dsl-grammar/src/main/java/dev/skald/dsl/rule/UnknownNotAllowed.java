package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/**
 * The pivot and what comes behind the point of no return is asked until it answers: there is no unknown outcome to
 * choose for.
 */
final class UnknownNotAllowed implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean noWayBack = false;
        for (Step step : saga.steps()) {
            noWayBack |= step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE;
            boolean askedUntilDone = noWayBack && step.kind() != StepKind.COMPENSATABLE;
            if (askedUntilDone && step.unknownClause().isPresent()) {
                report(step, step.unknownClause().get(), diagnostics);
            }
        }
    }

    private static void report(Step step, Step.UnknownClause clause, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.UNKNOWN_NOT_ALLOWED,
                        clause.location(),
                        "step `" + step.name() + "` " + where(step.kind()) + ", and is asked until it answers")
                .withHelp("take the clause out"));
    }

    private static String where(StepKind kind) {
        return switch (kind) {
            case PIVOT -> "is the pivot";
            case RETRIABLE -> "is retriable";
            case READONLY, COMPENSATABLE -> "stands behind the point of no return";
        };
    }
}
