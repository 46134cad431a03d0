package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;

/**
 * A chain has steps, each of which may stand alone in an {@code if} without an {@code else}, and a {@code return} at
 * its end, where there is somebody to answer. All else needs somebody who knows the whole.
 */
final class TooComplexForChoreography implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern()
                .filter(pattern -> pattern.coordination() == Coordination.CHOREOGRAPHED)
                .ifPresent(pattern -> {
                    saga.body().forEach(statement -> check(statement, pattern, diagnostics));
                    if (saga.steps().isEmpty()) {
                        diagnostics.report(Diagnostic.of(
                                        DiagnosticId.PATTERN_TOO_COMPLEX_FOR_CHOREOGRAPHY,
                                        saga.location(),
                                        "saga `" + saga.name().simpleName()
                                                + "` is a chain without a link: it has no step")
                                .withHelp("add a step, or make the saga `orchestrated`"));
                    }
                });
    }

    private static void check(Statement statement, Pattern pattern, Diagnostics diagnostics) {
        if (statement instanceof Statement.Return) {
            if (pattern == Pattern.ANTHOLOGY) {
                report(
                        statement,
                        "an Anthology answers nobody: each link is over once it has handed over",
                        "leave out `return` and the saga's output, or make it `sync` (Time Travel)",
                        diagnostics);
            }
        } else if (statement instanceof Statement.If choice) {
            if (!isOneStep(choice)) {
                report(
                        statement,
                        "a chain carries an `if` only with one step in it, and without `else`",
                        "give each step an `if` of its own, or make the saga `orchestrated`",
                        diagnostics);
            }
        } else if (!(statement instanceof Step)) {
            report(
                    statement,
                    "a chain cannot carry `" + Naming.word(statement) + "`: each link knows only the next",
                    "make the saga `orchestrated`: a complex workflow wants an orchestrator",
                    diagnostics);
        }
    }

    private static boolean isOneStep(Statement.If choice) {
        return choice.then().size() == 1
                && choice.then().get(0) instanceof Step
                && choice.otherwise().isEmpty();
    }

    private static void report(Statement statement, String message, String help, Diagnostics diagnostics) {
        diagnostics.report(
                Diagnostic.of(DiagnosticId.PATTERN_TOO_COMPLEX_FOR_CHOREOGRAPHY, Naming.placeOf(statement), message)
                        .withHelp(help));
    }
}
