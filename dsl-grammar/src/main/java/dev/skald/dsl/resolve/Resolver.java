package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.ExternType;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** Leads from the syntax trees of all files to the one model: finds what names stand for and what types values have. */
public final class Resolver {

    private final List<DefinitionFile> files;
    private final Set<String> imported;
    private final Diagnostics diagnostics = new Diagnostics();
    private final NameChecker names = new NameChecker(diagnostics);
    private final LimitsResolver limits = new LimitsResolver(diagnostics);
    private final Symbols symbols;
    private final Map<String, FileNames> namesByPath = new HashMap<>();
    private final TypeResolver types;

    private Resolver(List<DefinitionFile> files, Set<String> imported) {
        this.files = files;
        this.imported = imported;
        this.symbols = Symbols.of(files, diagnostics);
        this.types = new TypeResolver(diagnostics);
    }

    /**
     * The model of all files, as far as it can be made, and what is wrong with their names and types.
     *
     * @param files all files of the compilation, ordered by path
     * @param imported the paths of those that other modules publish
     * @param readWhole whether all of their text could be read: otherwise what seems unused may be used by the rest
     */
    public static Result<SagaModel> resolve(List<DefinitionFile> files, Set<String> imported, boolean readWhole) {
        return new Resolver(files, imported).resolve(readWhole);
    }

    private Result<SagaModel> resolve(boolean readWhole) {
        files.forEach(this::checkFile);
        Map<DeclaredName, RecordDefinition> records = all(Declaration.Record.class, this::record);
        Map<DeclaredName, EnumDefinition> enums = all(Declaration.Enumeration.class, this::enumeration);
        Map<DeclaredName, ErrorDefinition> errors = all(Declaration.BusinessError.class, this::error);
        Map<DeclaredName, ExternType> externTypes = all(Declaration.ExternType.class, this::externType);
        Map<DeclaredName, ExternFunction> functions = all(Declaration.ExternFunction.class, this::externFunction);
        ParticipantResolver resolver = new ParticipantResolver(types, diagnostics);
        Map<DeclaredName, Participant> participants =
                all(Declaration.Participant.class, (file, participant) -> resolver.resolve(participant, namesIn(file)));
        Map<DeclaredName, DefaultLimits> defaults = all(
                Declaration.Participant.class, (file, participant) -> DefaultLimits.of(participant.defaults(), limits));
        new ActivityTypes(diagnostics).check(participants.values());
        Map<DeclaredName, SagaSignature> signatures = all(Declaration.Saga.class, this::signature);
        Declared declared =
                new Declared(records, enums, errors, functions, new Participants(participants, defaults), signatures);
        Map<DeclaredName, Saga> sagas = all(Declaration.Saga.class, (file, saga) -> saga(file, saga, declared));
        SagaModel model = new SagaModel(
                files.stream().map(DefinitionFile::source).toList(),
                imported,
                List.copyOf(records.values()),
                List.copyOf(enums.values()),
                List.copyOf(errors.values()),
                List.copyOf(externTypes.values()),
                List.copyOf(functions.values()),
                List.copyOf(participants.values()),
                List.copyOf(sagas.values()));
        if (readWhole && !diagnostics.hasErrors()) {
            files.forEach(file -> UnusedImports.report(file, namesIn(file).used(), diagnostics));
        }
        return new Result<>(model, diagnostics.sorted());
    }

    private void checkFile(DefinitionFile file) {
        file.packageName().ifPresent(names::packageName);
        if (file.packageName().isEmpty() && !file.declarations().isEmpty() && !file.incomplete()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_UNKNOWN,
                            file.declarations().get(0).location(),
                            "the file names no package")
                    .withHelp("begin it with a package, such as `package com.acme.orders`"));
        }
        Imports imports = ImportResolver.resolve(file, symbols, diagnostics);
        namesByPath.put(file.source().path(), new FileNames(Symbols.packageOf(file), imports, symbols, diagnostics));
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof Declaration.Reserved reserved) {
                diagnostics.report(Diagnostic.notBuilt(
                        "`" + reserved.word().text() + "`", reserved.word().location()));
            }
        }
    }

    private RecordDefinition record(DefinitionFile file, Declaration.Record message) {
        names.type(message.name());
        names.fields(message.fields().stream().map(Field::name).toList());
        return new RecordDefinition(
                nameOf(file, message),
                types.resolveFields(message.fields(), namesIn(file)),
                message.name().location());
    }

    private EnumDefinition enumeration(DefinitionFile file, Declaration.Enumeration enumeration) {
        names.type(enumeration.name());
        names.constants(enumeration.constants());
        return new EnumDefinition(
                nameOf(file, enumeration),
                enumeration.constants().stream().map(Name::text).toList(),
                enumeration.name().location());
    }

    private ErrorDefinition error(DefinitionFile file, Declaration.BusinessError error) {
        names.type(error.name());
        names.errorFields(error.fields().stream().map(Field::name).toList());
        return new ErrorDefinition(
                nameOf(file, error),
                types.resolveFields(error.fields(), namesIn(file)),
                error.name().location());
    }

    private ExternType externType(DefinitionFile file, Declaration.ExternType extern) {
        names.type(extern.name());
        names.java(extern.javaType());
        return new ExternType(
                nameOf(file, extern), extern.javaType().text(), extern.name().location());
    }

    private ExternFunction externFunction(DefinitionFile file, Declaration.ExternFunction extern) {
        names.variable(extern.name());
        names.parameters(extern.parameters().stream().map(Field::name).toList());
        names.java(extern.javaMethod());
        return new ExternFunction(
                nameOf(file, extern),
                extern.javaMethod().owner().map(QualifiedName::text).orElse(""),
                extern.javaMethod().last().text(),
                types.resolveFields(extern.parameters(), namesIn(file)),
                types.resolve(extern.output(), namesIn(file)),
                extern.name().location());
    }

    private SagaSignature signature(DefinitionFile file, Declaration.Saga saga) {
        names.type(saga.name());
        names.parameters(saga.input().stream().map(Field::name).toList());
        return new SagaSignature(
                nameOf(file, saga),
                types.resolveFields(saga.input(), namesIn(file)),
                saga.output().map(type -> types.resolve(type, namesIn(file))));
    }

    private Saga saga(DefinitionFile file, Declaration.Saga saga, Declared declared) {
        return new SagaResolver(namesIn(file), types, declared, DefaultLimits.of(file.defaults(), limits), diagnostics)
                .resolve(saga, Objects.requireNonNull(declared.sagas().get(nameOf(file, saga))));
    }

    private FileNames namesIn(DefinitionFile file) {
        return Objects.requireNonNull(namesByPath.get(file.source().path()));
    }

    private static DeclaredName nameOf(DefinitionFile file, Declaration declaration) {
        return new DeclaredName(Symbols.packageOf(file), declaration.name().text());
    }

    /**
     * What becomes of every declaration of a kind that its name stands for, by name: of two with one name the first.
     */
    private <D extends Declaration, M> Map<DeclaredName, M> all(
            Class<D> kind, BiFunction<DefinitionFile, D, M> resolve) {
        Map<DeclaredName, M> resolved = new LinkedHashMap<>();
        for (DefinitionFile file : files) {
            for (Declaration declaration : file.declarations()) {
                DeclaredName name = nameOf(file, declaration);
                if (kind.isInstance(declaration) && symbols.isFirst(name, declaration)) {
                    resolved.put(name, resolve.apply(file, kind.cast(declaration)));
                }
            }
        }
        return resolved;
    }
}
