package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Finds the business errors that names stand for. */
final class ErrorNames {

    private final Diagnostics diagnostics;

    ErrorNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The error of that name; empty where it is none, which is reported. */
    Optional<DeclaredName> resolve(QualifiedName name, FileNames names) {
        DeclaredName declared = names.named(name);
        Optional<Declaration> declaration = names.find(declared);
        if (declaration.isPresent() && declaration.get() instanceof Declaration.BusinessError) {
            return Optional.of(declared);
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
        return Optional.empty();
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
