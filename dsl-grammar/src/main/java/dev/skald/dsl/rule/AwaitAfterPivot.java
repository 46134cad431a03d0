package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import java.util.Optional;

/**
 * Behind the point of no return an event may fail to come, and the saga must go on all the same: it says how long it
 * waits, and its {@code else} does not end it with an error.
 */
final class AwaitAfterPivot implements Rule {

    private final StatementKinds kinds;

    AwaitAfterPivot(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (statement instanceof Statement.Await await) {
                before.first(kinds::isWithoutReturn).ifPresent(point -> check(await, point, before, diagnostics));
            }
        });
    }

    /** Whether its {@code else} ends the saga, and may do so with an error. */
    static boolean fails(Statement.Await await) {
        return await.otherwise()
                .filter(block -> Statements.neverGoesOn(block)
                        && Statements.allIn(block).anyMatch(Statement.Fail.class::isInstance))
                .isPresent();
    }

    private static void check(Statement.Await await, Statement point, Before before, Diagnostics diagnostics) {
        Optional<String> help = help(await);
        help.ifPresent(text -> diagnostics.report(Diagnostic.of(
                        DiagnosticId.FLOW_AWAIT_AFTER_PIVOT,
                        await.nameLocation(),
                        "the wait for event `" + await.name() + "` " + before.relation(await, point) + " the "
                                + Naming.of(point) + ", and the saga could not go on without that event")
                .withHelp(text)
                .withNote("the " + Naming.kindOf(point) + " is here", Naming.placeOf(point))));
    }

    private static Optional<String> help(Statement.Await await) {
        if (await.within().isEmpty()) {
            return Optional.of(
                    await.otherwise().isPresent()
                            ? "say how long it waits: `within 24h`"
                            : "say how long it waits and what it does then: `within 24h else { … }`");
        }
        if (await.otherwise().isEmpty()) {
            return Optional.of("say how it goes on if the event does not come: `else { … }`");
        }
        return fails(await)
                ? Optional.of("let its `else` go on, with a retriable step that says so, for example")
                : Optional.empty();
    }
}
