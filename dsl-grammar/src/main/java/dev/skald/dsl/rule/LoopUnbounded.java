package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;

/** A loop says how long it can get: a saga's history has an end, and so has its undo. */
final class LoopUnbounded implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.statements()
                .filter(Statement.For.class::isInstance)
                .map(Statement.For.class::cast)
                .filter(loop -> loop.max().isEmpty())
                .forEach(loop -> diagnostics.report(Diagnostic.of(
                                DiagnosticId.FLOW_LOOP_UNBOUNDED,
                                loop.head(),
                                "nothing says how many rounds the loop over `" + loop.item() + "` has at most")
                        .withHelp("write it behind the list, such as `max 100`; a longer list is refused before the"
                                + " first round")));
    }
}
