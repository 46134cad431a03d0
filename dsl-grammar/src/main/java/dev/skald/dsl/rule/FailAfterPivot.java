package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import java.util.NavigableSet;
import java.util.stream.Stream;

/**
 * Behind the point of no return the saga cannot end with an error. A {@code fail} in the {@code else} of an event is
 * reported as {@code flow.await-after-pivot} where that {@code else} has no other way.
 */
final class FailAfterPivot implements Rule {

    private final StatementKinds kinds;

    FailAfterPivot(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        NavigableSet<Statement> reported = Before.setOf(Stream.empty());
        Paths.walk(
                saga,
                (statement, before) -> before.first(kinds::isWithoutReturn).ifPresent(point -> {
                    if (statement instanceof Statement.Await await && AwaitAfterPivot.fails(await)) {
                        Statements.allIn(await.otherwise().orElseThrow())
                                .filter(Statement.Fail.class::isInstance)
                                .forEach(reported::add);
                    } else if (statement instanceof Statement.Fail fail && !reported.contains(fail)) {
                        diagnostics.report(Diagnostic.of(
                                        DiagnosticId.FLOW_FAIL_AFTER_PIVOT,
                                        fail.location(),
                                        "`fail` " + before.relation(fail, point) + " the " + Naming.of(point)
                                                + ", from which there is no way back")
                                .withHelp("decide it before `" + Naming.nameOf(point)
                                        + "`; from there on the saga can only go on")
                                .withNote("the " + Naming.kindOf(point) + " is here", Naming.placeOf(point)));
                    }
                }));
    }
}
