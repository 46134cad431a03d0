package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;

/** Resolves participants and their operations. */
final class ParticipantResolver {

    private final TypeResolver types;
    private final NameChecker checker;
    private final ErrorNames errors;
    private final Diagnostics diagnostics;

    ParticipantResolver(TypeResolver types, Diagnostics diagnostics) {
        this.types = types;
        this.checker = new NameChecker(diagnostics);
        this.errors = new ErrorNames(diagnostics);
        this.diagnostics = diagnostics;
    }

    Participant resolve(Declaration.Participant participant, FileNames names) {
        checker.participant(participant.name());
        checker.operations(participant.operations().stream()
                .map(dev.skald.dsl.syntax.tree.Operation::name)
                .toList());
        if (participant.near() && participant.queue().isPresent()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.SYNTAX_UNEXPECTED,
                            participant.queue().get().location(),
                            "a participant that is `near` has no task queue: it lives in the saga's own worker")
                    .withHelp("take `queue` out, or `near`"));
        }
        participant.reserved().forEach(this::reportReserved);
        String name = participant.name().text();
        return new Participant(
                new DeclaredName(names.packageName(), name),
                participant.queue().map(checker::queue).orElse(name),
                participant.near(),
                participant.operations().stream()
                        .map(operation -> operation(operation, name, names))
                        .toList(),
                !participant.incomplete(),
                participant.name().location());
    }

    private Operation operation(dev.skald.dsl.syntax.tree.Operation operation, String participant, FileNames names) {
        checker.parameters(operation.parameters().stream()
                .map(dev.skald.dsl.syntax.tree.Field::name)
                .toList());
        operation.reserved().forEach(this::reportReserved);
        return new Operation(
                operation.name().text(),
                types.resolveFields(operation.parameters(), names),
                operation.output().map(type -> types.resolve(type, names)),
                operation.errors().stream()
                        .flatMap(error -> errors.resolve(error, names).stream())
                        .distinct()
                        .toList(),
                operation.irreversible(),
                operation
                        .activityType()
                        .map(checker::activityType)
                        .orElse(participant + "." + operation.name().text()),
                true,
                operation.name().location());
    }

    private void reportReserved(Name word) {
        diagnostics.report(Diagnostic.notBuilt("`" + word.text() + "`", word.location()));
    }
}
