package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves participants and their operations. */
final class ParticipantResolver {

    private final TypeResolver types;
    private final NotBuilt notBuilt;
    private final NameChecker checker;
    private final Diagnostics diagnostics;

    ParticipantResolver(TypeResolver types, Diagnostics diagnostics) {
        this.types = types;
        this.notBuilt = new NotBuilt(diagnostics);
        this.checker = new NameChecker(diagnostics);
        this.diagnostics = diagnostics;
    }

    Participant resolve(Declaration.Participant participant, FileNames names) {
        checker.participant(participant.name());
        checker.operations(participant.operations().stream()
                .map(dev.skald.dsl.syntax.tree.Operation::name)
                .toList());
        if (participant.near()) {
            notBuilt.report("`near`", participant.name().location());
        }
        participant.reserved().forEach(word -> notBuilt.report("`" + word.text() + "`", word.location()));
        String name = participant.name().text();
        return new Participant(
                new DeclaredName(names.packageName(), name),
                participant.queue().map(checker::queue).orElse(name),
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
        operation.activityType().ifPresent(text -> notBuilt.report("`as`", text.location()));
        for (Name word : operation.reserved()) {
            notBuilt.report("`" + word.text() + "`", word.location());
        }
        return new Operation(
                operation.name().text(),
                types.resolveFields(operation.parameters(), names),
                operation.output().map(type -> types.resolve(type, names)),
                operation.errors().stream()
                        .flatMap(error -> error(error, names))
                        .distinct()
                        .toList(),
                operation.irreversible(),
                participant + "." + operation.name().text(),
                true,
                operation.name().location());
    }

    private Stream<DeclaredName> error(QualifiedName name, FileNames names) {
        DeclaredName declared = names.named(name);
        Optional<Declaration> declaration = names.find(declared);
        if (declaration.isPresent() && declaration.get() instanceof Declaration.BusinessError) {
            return Stream.of(declared);
        }
        if (declaration.isPresent()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            name.location(),
                            "`" + name.text() + "` is " + declaration.get().kind() + ", not an error")
                    .withNote("declared here", declaration.get().name().location()));
        } else if (!names.isExcused(name)) {
            reportUnknown(name, names);
        }
        return Stream.of();
    }

    private void reportUnknown(QualifiedName name, FileNames names) {
        List<String> errors = names.visible(Declaration.BusinessError.class);
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), "no error is called `" + name.text() + "`");
        String help = names.importHelp(name, Declaration.BusinessError.class::isInstance)
                .or(() -> Suggestions.nearest(name.text(), errors)
                        .map(nearest -> "an error with a similar name is `" + nearest + "`"))
                .orElse("declare it: `error " + name.last().text() + " { … }`");
        diagnostics.report(unknown.withHelp(help));
    }
}
