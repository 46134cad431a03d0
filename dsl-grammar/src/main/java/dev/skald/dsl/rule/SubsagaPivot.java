package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.SubSaga;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sub-saga that has passed its point of no return cannot be undone: it has no place before the caller's pivot or
 * beside it, nor beside a sub-saga that may be refused, nor in a loop where its own next round may be refused. What may
 * not stand behind it is said by the rules about pivots, as of the pivot that it is to its caller.
 */
final class SubsagaPivot implements Rule {

    private final StatementKinds kinds;

    SubsagaPivot(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (kinds.isPivot(statement)) {
                runs(statement, before).forEach(run -> report(run, statement, diagnostics));
            }
        });
    }

    /** The sub-sagas that could not be undone any more when {@code pivot} is refused. */
    private List<SubSaga> runs(Statement pivot, Before before) {
        Stream<Statement> done = pivot instanceof SubSaga
                ? Stream.concat(
                        before.earlier().stream().filter(pivot::equals),
                        before.beside().stream().filter(run -> !kinds.isPivot(run) || Before.isAbove(run, pivot)))
                : Stream.concat(
                        before.earlier().stream().filter(run -> Before.isAbove(run, pivot)), before.beside().stream());
        return done.filter(SubSaga.class::isInstance)
                .map(SubSaga.class::cast)
                .filter(kinds::isWithoutReturn)
                .toList();
    }

    private void report(SubSaga run, Statement pivot, Diagnostics diagnostics) {
        Diagnostic found = Diagnostic.of(
                        DiagnosticId.SUBSAGA_PIVOT,
                        run.nameLocation(),
                        run.equals(pivot)
                                ? "sub-saga `" + run.name()
                                        + "` has a point of no return and stands in a loop: it could"
                                        + " not be undone if its next round is refused"
                                : "sub-saga `" + run.name()
                                        + "` has a point of no return, and could not be undone if the "
                                        + Naming.of(pivot) + " is refused")
                .withHelp(help(run, pivot));
        if (!run.equals(pivot)) {
            found = found.withNote("the " + Naming.kindOf(pivot) + " is here", Naming.placeOf(pivot));
        }
        diagnostics.report(found.withNote(
                "its point of no return is here",
                Naming.placeOf(kinds.pointOfNoReturnOf(run).orElseThrow())));
    }

    private static String help(SubSaga run, Statement pivot) {
        String inner = "`" + run.saga().simpleName() + "`";
        return run.equals(pivot) || pivot instanceof SubSaga
                ? "let " + inner + " have steps that can all be undone"
                : "run it behind `" + Naming.nameOf(pivot) + "`, with steps that cannot be refused, or let " + inner
                        + " have steps that can all be undone";
    }
}
