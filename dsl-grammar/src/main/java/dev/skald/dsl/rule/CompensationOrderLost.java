package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An eventual saga that undoes sends all undos at once: who says that a step comes {@code after} another may expect
 * that its undo comes before that of the other.
 */
final class CompensationOrderLost implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean atOnce = saga.pattern()
                .filter(pattern -> pattern.consistency() == Consistency.EVENTUAL && CompensationNotRun.undoes(pattern))
                .isPresent();
        if (atOnce) {
            check(saga.body(), diagnostics);
        }
    }

    private static void check(List<Statement> block, Diagnostics diagnostics) {
        Set<String> undone = new HashSet<>();
        for (Statement statement : block) {
            if (statement instanceof Step step && step.undo().isPresent()) {
                step.after().stream()
                        .filter(after -> undone.contains(after.step()))
                        .forEach(after -> report(step, after, diagnostics));
                undone.add(step.name());
            }
            Statements.blocksOf(statement).forEach(inner -> check(inner, diagnostics));
        }
    }

    private static void report(Step step, Step.After after, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.COMPENSATION_ORDER_LOST,
                        after.location(),
                        "step `" + step.name() + "` comes after `" + after.step()
                                + "`, and an eventual saga sends the undos of both at once")
                .withHelp("make the saga `sync atomic orchestrated` (Epic) if `" + step.name()
                        + "` has to be undone before `" + after.step() + "`"));
    }
}
