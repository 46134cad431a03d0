package dev.skald.codegen.plan;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says of what a definition may rightly write that this version cannot generate it: never a wrong reading. */
final class NotBuilt {

    private final List<Diagnostic> found = new ArrayList<>();

    private NotBuilt() {}

    /** All of it that a saga has. */
    static List<Diagnostic> in(Saga saga) {
        NotBuilt notBuilt = new NotBuilt();
        saga.onStateChange().ifPresent(clause -> notBuilt.checkNear(clause.call()));
        saga.statements().forEach(notBuilt::check);
        return notBuilt.found;
    }

    private void check(Statement statement) {
        if (statement instanceof Step step) {
            step.unknownClause()
                    .filter(clause -> clause.choice() == Step.OnUnknown.PROBE)
                    .ifPresent(clause -> report("`on unknown probe`", clause.location()));
            Stream.concat(Stream.of(step.call()), step.undo().map(Compensation.Undo::call).stream())
                    .forEach(this::checkNear);
        }
    }

    private void checkNear(Call call) {
        if (call.participant().near()) {
            report("a call of a participant that is `near`", call.target());
        }
    }

    private void report(String construct, SourceLocation location) {
        found.add(Diagnostic.notBuilt(construct, location));
    }
}
