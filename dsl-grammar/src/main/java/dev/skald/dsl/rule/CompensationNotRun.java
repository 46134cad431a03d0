package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/** Time Travel and Anthology undo nothing. What says how, stays for the day when one of the three words changes. */
final class CompensationNotRun implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern()
                .filter(pattern -> !undoes(pattern))
                .ifPresent(pattern -> saga.steps()
                        .forEach(step -> step.undo().ifPresent(undo -> report(step, undo, pattern, diagnostics))));
    }

    /** Whether sagas of that pattern undo anything. */
    static boolean undoes(Pattern pattern) {
        return pattern != Pattern.TIME_TRAVEL && pattern != Pattern.ANTHOLOGY;
    }

    private static void report(Step step, Compensation.Undo undo, Pattern pattern, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.COMPENSATION_NOT_RUN,
                        undo.location(),
                        "the undo of step `" + step.name() + "` is not run: a saga of the pattern " + pattern.title()
                                + " undoes nothing")
                .withHelp("make the saga `orchestrated` if `" + step.name() + "` has to be undone"));
    }
}
