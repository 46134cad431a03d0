package dev.skald.codegen.plan;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.stream.Stream;

/** Says of what a definition may rightly write that this version cannot generate it: never a wrong reading. */
final class NotBuilt {

    private final Diagnostics diagnostics;

    NotBuilt(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports all of it that a saga has; answers whether there is none. */
    boolean check(Saga saga) {
        int before = diagnostics.sorted().size();
        saga.onStateChange().ifPresent(call -> report("`on state change`", call.location()));
        saga.statements().forEach(this::check);
        return diagnostics.sorted().size() == before;
    }

    private void check(Statement statement) {
        if (statement instanceof Step step) {
            step.unknownClause()
                    .filter(clause -> clause.choice() == Step.OnUnknown.PROBE)
                    .ifPresent(clause -> report("`on unknown probe`", clause.location()));
            Stream.concat(Stream.of(step.call()), step.undo().map(Compensation.Undo::call).stream())
                    .filter(call -> call.participant().near())
                    .map(Call::target)
                    .forEach(place -> report("a call of a participant that is `near`", place));
        }
    }

    private void report(String construct, SourceLocation location) {
        diagnostics.report(Diagnostic.of(DiagnosticId.LANGUAGE_NOT_BUILT, location, construct + " is not built yet")
                .withHelp(
                        "it is part of the language, but this version of Skald cannot generate it; see the changelog"));
    }
}
