package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.SagaModel;
import java.util.Set;

/**
 * What is declared is used by a saga, by an operation of a participant, or by what these use. Participants and their
 * operations are an interface that is offered, and need no user; nor does anything where no saga is declared at all:
 * such definitions are there for others.
 */
final class UnusedDeclarations {

    private final Set<DeclaredName> used;
    private final Diagnostics diagnostics;

    private UnusedDeclarations(Set<DeclaredName> used, Diagnostics diagnostics) {
        this.used = used;
        this.diagnostics = diagnostics;
    }

    /** Reports the declarations of a model without errors that nothing uses. */
    static void report(SagaModel model, Diagnostics diagnostics) {
        if (!model.sagas().isEmpty()) {
            new UnusedDeclarations(new DeclarationUses(model).all(), diagnostics).report(model);
        }
    }

    private void report(SagaModel model) {
        model.records().forEach(message -> report("record", message.name(), message.location()));
        model.enums().forEach(enumeration -> report("enum", enumeration.name(), enumeration.location()));
        model.errors().forEach(error -> report("error", error.name(), error.location()));
        model.externTypes().forEach(extern -> report("Java type", extern.name(), extern.location()));
        model.externFunctions().forEach(extern -> report("function", extern.name(), extern.location()));
    }

    private void report(String kind, DeclaredName name, SourceLocation location) {
        if (!used.contains(name)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.DATA_UNUSED_DECLARATION,
                            location,
                            "no saga and no operation uses " + kind + " `" + name.simpleName() + "`")
                    .withHelp((kind.equals("error") ? "let an operation declare it, with `throws`, or " : "")
                            + "take the declaration out, unless other modules are to use it"));
        }
    }
}
