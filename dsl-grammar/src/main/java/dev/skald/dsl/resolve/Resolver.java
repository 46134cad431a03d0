package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Leads from the syntax trees of all files to the one model: finds what names stand for and what types values have. */
public final class Resolver {

    private final List<DefinitionFile> files;
    private final Diagnostics diagnostics = new Diagnostics();
    private final NameChecker names = new NameChecker(diagnostics);
    private final LimitsResolver limits = new LimitsResolver(diagnostics);
    private final Symbols symbols;
    private final Map<String, FileNames> namesByPath = new HashMap<>();
    private final TypeResolver types;

    private Resolver(List<DefinitionFile> files) {
        this.files = files;
        this.symbols = Symbols.of(files, diagnostics);
        this.types = new TypeResolver(new NotBuilt(diagnostics), diagnostics);
    }

    /**
     * The model of all files, as far as it can be made, and what is wrong with their names and types.
     *
     * @param files all files of the compilation, ordered by path
     */
    public static Result<SagaModel> resolve(List<DefinitionFile> files) {
        return new Resolver(files).resolve();
    }

    private Result<SagaModel> resolve() {
        files.forEach(this::checkFile);
        Map<DeclaredName, RecordDefinition> records = new LinkedHashMap<>();
        each(Declaration.Record.class, (file, message) -> records.put(nameOf(file, message), record(file, message)));
        Map<DeclaredName, EnumDefinition> enums = new LinkedHashMap<>();
        each(
                Declaration.Enumeration.class,
                (file, enumeration) -> enums.put(nameOf(file, enumeration), enumeration(file, enumeration)));
        List<ErrorDefinition> errors = new ArrayList<>();
        each(Declaration.BusinessError.class, (file, error) -> errors.add(error(file, error)));
        Map<DeclaredName, Participant> participants = new LinkedHashMap<>();
        Participants all = participants(participants);
        new ActivityTypes(diagnostics).check(participants.values());
        List<Saga> sagas = new ArrayList<>();
        each(Declaration.Saga.class, (file, saga) -> sagas.add(saga(file, saga, records, enums, all)));
        SagaModel model = new SagaModel(
                files.stream().map(DefinitionFile::source).toList(),
                List.copyOf(records.values()),
                List.copyOf(enums.values()),
                errors,
                List.copyOf(participants.values()),
                sagas);
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
        NotBuilt notBuilt = new NotBuilt(diagnostics);
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof Declaration.ExternType || declaration instanceof Declaration.ExternFunction) {
                notBuilt.report("`extern`", declaration.name().location());
            } else if (declaration instanceof Declaration.Reserved reserved) {
                notBuilt.report(
                        "`" + reserved.word().text() + "`", reserved.word().location());
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

    private Participants participants(Map<DeclaredName, Participant> participants) {
        ParticipantResolver resolver = new ParticipantResolver(types, diagnostics);
        Map<DeclaredName, DefaultLimits> defaults = new HashMap<>();
        each(Declaration.Participant.class, (file, participant) -> {
            DeclaredName name = nameOf(file, participant);
            participants.put(name, resolver.resolve(participant, namesIn(file)));
            defaults.put(name, DefaultLimits.of(participant.defaults(), limits));
        });
        return new Participants(participants, defaults);
    }

    private Saga saga(
            DefinitionFile file,
            Declaration.Saga saga,
            Map<DeclaredName, RecordDefinition> records,
            Map<DeclaredName, EnumDefinition> enums,
            Participants participants) {
        names.type(saga.name());
        FileNames fileNames = namesIn(file);
        return new SagaResolver(
                        fileNames,
                        types,
                        new MessageTypes(records, enums, fileNames),
                        participants,
                        DefaultLimits.of(file.defaults(), limits),
                        diagnostics)
                .resolve(saga);
    }

    private FileNames namesIn(DefinitionFile file) {
        return Objects.requireNonNull(namesByPath.get(file.source().path()));
    }

    private static DeclaredName nameOf(DefinitionFile file, Declaration declaration) {
        return new DeclaredName(Symbols.packageOf(file), declaration.name().text());
    }

    /** Every declaration of a kind that its name stands for: of two with one name the first. */
    private <D extends Declaration> void each(Class<D> kind, BiConsumer<DefinitionFile, D> action) {
        for (DefinitionFile file : files) {
            for (Declaration declaration : file.declarations()) {
                if (kind.isInstance(declaration) && symbols.isFirst(nameOf(file, declaration), declaration)) {
                    action.accept(file, kind.cast(declaration));
                }
            }
        }
    }
}
