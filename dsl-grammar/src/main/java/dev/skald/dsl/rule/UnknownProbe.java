package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who is asked whether something has happened says yes, no, or that it is not known: nothing else, and no error. */
final class UnknownProbe implements Rule {

    private static final Set<String> ANSWERS = Set.of("DONE", "NOT_DONE", "UNKNOWN");

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.steps().stream()
                .flatMap(step -> step.unknownClause().flatMap(Step.UnknownClause::probe).stream())
                .filter(probe -> probe.operation().resolved())
                .forEach(probe -> check(probe, model, diagnostics));
    }

    private static void check(Call probe, SagaModel model, Diagnostics diagnostics) {
        Operation operation = probe.operation();
        wrongAnswer(operation, model)
                .ifPresent(answer -> report(
                        probe,
                        answer,
                        "let it return an enum of these three: `enum Outcome { DONE, NOT_DONE, UNKNOWN }`",
                        diagnostics));
        operation.errors().stream()
                .findFirst()
                .ifPresent(error -> report(
                        probe,
                        "may answer `" + error.simpleName() + "`",
                        "let it return `NOT_DONE` or `UNKNOWN` where it has an error now",
                        diagnostics));
    }

    /** What it returns instead; empty where that is right, or not known. */
    private static Optional<String> wrongAnswer(Operation operation, SagaModel model) {
        if (operation.output().isEmpty()) {
            return Optional.of("returns nothing");
        }
        Type output = operation.output().get();
        if (output instanceof Type.EnumType type) {
            return model.enums().stream()
                    .filter(definition -> definition.name().equals(type.name()))
                    .findFirst()
                    .filter(definition -> !new HashSet<>(definition.constants()).equals(ANSWERS))
                    .map(UnknownProbe::constants);
        }
        return output instanceof Type.UnknownType ? Optional.empty() : Optional.of("returns `" + output.text() + "`");
    }

    private static String constants(EnumDefinition definition) {
        String name = "returns `" + definition.name().simpleName() + "`";
        return Suggestions.shortList(definition.constants())
                .map(list -> name + ", which has " + list)
                .orElse(name);
    }

    private static void report(Call probe, String answer, String help, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.UNKNOWN_PROBE,
                        probe.target(),
                        "a probe answers `DONE`, `NOT_DONE` or `UNKNOWN`, and `"
                                + probe.operation().name() + "` " + answer)
                .withHelp(help)
                .withNote("the operation is declared here", probe.operation().location()));
    }
}
