package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.SubSaga;
import java.util.Optional;

/**
 * A sub-saga is one that its caller can undo as it must: orchestrated, since of a chain nobody holds the record of what
 * is to be undone, and atomic within an atomic saga, which confirms every undo before it answers. The third word is
 * free: the caller waits for the result, whether the inner saga calls its participants one by one or at once.
 */
final class SubsagaPattern implements Rule {

    private final StatementKinds kinds;

    SubsagaPattern(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern()
                .filter(outer -> outer.coordination() == Coordination.ORCHESTRATED)
                .ifPresent(outer -> saga.statements()
                        .filter(SubSaga.class::isInstance)
                        .map(SubSaga.class::cast)
                        .forEach(run -> check(outer, run, diagnostics)));
    }

    private void check(Pattern outer, SubSaga run, Diagnostics diagnostics) {
        Optional<Saga> inner = kinds.inner(run);
        Optional<Pattern> pattern = inner.flatMap(Saga::pattern);
        if (pattern.isEmpty()) {
            return;
        }
        String name = "`" + run.saga().simpleName() + "`";
        if (pattern.get().coordination() == Coordination.CHOREOGRAPHED) {
            report(
                    run,
                    inner.orElseThrow(),
                    "saga " + name + " is a chain (" + pattern.get().title()
                            + "), and nobody holds the record of what is to be undone of a chain",
                    "make " + name + " `orchestrated`",
                    diagnostics);
        } else if (outer.consistency() == Consistency.ATOMIC && pattern.get().consistency() == Consistency.EVENTUAL) {
            report(
                    run,
                    inner.orElseThrow(),
                    "an atomic saga confirms each undo before it answers, and saga " + name + " is eventual ("
                            + pattern.get().title() + ")",
                    "make " + name + " `atomic`, or this saga `eventual`",
                    diagnostics);
        }
    }

    private static void report(SubSaga run, Saga inner, String message, String help, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(DiagnosticId.SUBSAGA_PATTERN, run.nameLocation(), message)
                .withHelp(help)
                .withNote("it is declared here", inner.location()));
    }
}
