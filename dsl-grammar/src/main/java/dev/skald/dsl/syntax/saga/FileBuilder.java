package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.saga.SagaParser.DeclarationEntryContext;
import dev.skald.dsl.syntax.saga.SagaParser.DefaultsEntryContext;
import dev.skald.dsl.syntax.saga.SagaParser.EntryContext;
import dev.skald.dsl.syntax.saga.SagaParser.FileContext;
import dev.skald.dsl.syntax.saga.SagaParser.ImportEntryContext;
import dev.skald.dsl.syntax.saga.SagaParser.ImportedNameContext;
import dev.skald.dsl.syntax.saga.SagaParser.PackageEntryContext;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the tree of one file. */
final class FileBuilder extends StrictVisitor<FileBuilder> {

    private final SourceFile source;
    private final Literals literals;
    private final DeclarationBuilder declarationBuilder;
    private final Once<QualifiedName> packageName;
    private final Once<Defaults> defaults;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private boolean incomplete;

    FileBuilder(SourceFile source, Literals literals, DeclarationBuilder declarationBuilder) {
        this.source = source;
        this.literals = literals;
        this.declarationBuilder = declarationBuilder;
        this.packageName = literals.once("`package`");
        this.defaults = literals.once("`defaults`");
    }

    DefinitionFile build(FileContext file) {
        incomplete = Literals.hasGaps(file);
        file.entry().forEach(this::visit);
        return new DefinitionFile(source, packageName.value(), imports, defaults.value(), declarations, incomplete);
    }

    @Override
    public FileBuilder visitPackageEntry(PackageEntryContext entry) {
        if (!imports.isEmpty() || !declarations.isEmpty()) {
            misplaced(entry, "`package` stands before everything else");
        }
        if (Literals.isWhole(entry)) {
            packageName.set(literals.qualifiedName(entry.qualifiedName()), literals.location(entry.getStart()));
        } else {
            incomplete = true;
        }
        return this;
    }

    @Override
    public FileBuilder visitImportEntry(ImportEntryContext entry) {
        if (!declarations.isEmpty()) {
            misplaced(entry, "`import` stands before the declarations");
        }
        if (Literals.isWhole(entry)) {
            ImportedNameContext imported = entry.importedName();
            imports.add(new Import(literals.names(imported.name()), imported.all != null));
        } else {
            incomplete = true;
        }
        return this;
    }

    @Override
    public FileBuilder visitDefaultsEntry(DefaultsEntryContext entry) {
        if (Literals.isWhole(entry)) {
            defaults.set(DefaultsBuilder.build(entry.defaults(), literals), literals.location(entry.getStart()));
        }
        return this;
    }

    @Override
    public FileBuilder visitDeclarationEntry(DeclarationEntryContext entry) {
        Optional<Declaration> declaration = declarationBuilder.visit(entry.declaration());
        declaration.ifPresent(declarations::add);
        incomplete |= declaration.isEmpty();
        return this;
    }

    private void misplaced(EntryContext entry, String message) {
        literals.report(DiagnosticId.SYNTAX_UNEXPECTED, literals.location(entry.getStart()), message);
    }
}
