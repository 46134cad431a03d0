package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import java.util.List;
import java.util.Optional;

/** A saga has one result: it is not returned while sister branches, or other rounds of a loop, still run. */
final class ReturnInBranch implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        check(saga.body(), Optional.empty(), diagnostics);
    }

    /** What is in a block; {@code around} is the innermost statement whose blocks run at the same time. */
    private static void check(List<Statement> block, Optional<Statement> around, Diagnostics diagnostics) {
        for (Statement statement : block) {
            if (statement instanceof Statement.Return) {
                around.ifPresent(outer -> report(statement, outer, diagnostics));
            }
            boolean atOnce = statement instanceof Statement.Parallel
                    || (statement instanceof Statement.For loop && loop.parallel());
            Optional<Statement> within = atOnce ? Optional.of(statement) : around;
            Statements.blocksOf(statement).forEach(inner -> check(inner, within, diagnostics));
        }
    }

    private static void report(Statement result, Statement outer, Diagnostics diagnostics) {
        boolean loop = outer instanceof Statement.For;
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.FLOW_RETURN_IN_BRANCH,
                        result.location(),
                        "`return` would end the saga while "
                                + (loop ? "other rounds of the loop" : "other branches of the `parallel`")
                                + " still run")
                .withHelp("put it behind the " + (loop ? "loop" : "`parallel`")));
    }
}
