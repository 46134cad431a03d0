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
 * The pivot and what comes behind the point of no return, on some path, is asked until it answers: there is no unknown
 * outcome to choose for.
 */
final class UnknownNotAllowed implements Rule {

    private final StatementKinds kinds;

    UnknownNotAllowed(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (statement instanceof Step step && step.unknownClause().isPresent()) {
                check(step, step.unknownClause().get(), before, diagnostics);
            }
        });
    }

    private void check(Step step, Step.UnknownClause clause, Before before, Diagnostics diagnostics) {
        if (step.kind() == StepKind.PIVOT) {
            diagnostics.report(found(step, clause, "is the pivot"));
        } else if (step.kind() == StepKind.RETRIABLE) {
            diagnostics.report(found(step, clause, "is retriable"));
        } else if (step.kind() == StepKind.READONLY) {
            Optional<Statement> point = before.first(kinds::isWithoutReturn);
            point.ifPresent(other ->
                    diagnostics.report(found(step, clause, before.relation(step, other) + " the point of no return")
                            .withNote("there is no way back from here on", Naming.placeOf(other))));
        }
    }

    private static Diagnostic found(Step step, Step.UnknownClause clause, String what) {
        return Diagnostic.of(
                        DiagnosticId.UNKNOWN_NOT_ALLOWED,
                        clause.location(),
                        "step `" + step.name() + "` " + what + ", and is asked until it answers")
                .withHelp("take the clause out");
    }
}
