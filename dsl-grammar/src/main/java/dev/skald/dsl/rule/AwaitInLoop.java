package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import java.util.List;

/** An event is sent to the saga, and has no way to say which round of a loop it is for. */
final class AwaitInLoop implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        check(saga.body(), diagnostics);
    }

    private static void check(List<Statement> block, Diagnostics diagnostics) {
        for (Statement statement : block) {
            if (statement instanceof Statement.For loop) {
                Statements.allIn(loop.body())
                        .filter(Statement.Await.class::isInstance)
                        .map(Statement.Await.class::cast)
                        .forEach(await -> report(await, loop, diagnostics));
            } else {
                Statements.blocksOf(statement).forEach(inner -> check(inner, diagnostics));
            }
        }
    }

    private static void report(Statement.Await await, Statement.For loop, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.FLOW_AWAIT_IN_LOOP,
                        await.nameLocation(),
                        "each round of a loop waits for event `" + await.name()
                                + "`, which cannot say which round it is for")
                .withHelp("put the wait into a saga of its own, and `run` that saga in each round")
                .withNote("the loop is here", loop.head()));
    }
}
