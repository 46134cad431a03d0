package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;

/**
 * What may never come is not waited for without a limit: the event's own, or the saga's deadline. Behind the point of
 * no return it is an error, {@code flow.await-after-pivot}.
 */
final class AwaitWithoutTimeout implements Rule {

    private final StatementKinds kinds;

    AwaitWithoutTimeout(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (statement instanceof Statement.Await await
                    && await.within().isEmpty()
                    && before.first(kinds::isWithoutReturn).isEmpty()) {
                check(await, saga, diagnostics);
            }
        });
    }

    private static void check(Statement.Await await, Saga saga, Diagnostics diagnostics) {
        Diagnostic found = Diagnostic.of(
                DiagnosticId.FLOW_AWAIT_WITHOUT_TIMEOUT,
                await.nameLocation(),
                await.otherwise().isPresent()
                        ? "the `else` of event `" + await.name()
                                + "` never runs: nothing says how long it is waited for"
                        : "the saga waits for ever for event `" + await.name() + "` if it never comes");
        if (await.otherwise().isPresent()) {
            diagnostics.report(found.withHelp("say how long it waits: `within 24h else { … }`"));
        } else if (saga.deadline().isEmpty()) {
            diagnostics.report(
                    found.withHelp(
                            "say how long it waits and what it does then: `within 24h else { … }`, or give the saga a `deadline`"));
        }
    }
}
