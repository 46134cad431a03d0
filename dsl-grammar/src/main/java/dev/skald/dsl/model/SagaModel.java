package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a compilation declares, each list by file and place.
 *
 * @param files what it was read from
 * @param imported the paths of those files that other modules publish: what they declare can be used, and is theirs
 */
public record SagaModel(
        List<SourceFile> files,
        Set<String> imported,
        List<RecordDefinition> records,
        List<EnumDefinition> enums,
        List<ErrorDefinition> errors,
        List<ExternType> externTypes,
        List<ExternFunction> externFunctions,
        List<Participant> participants,
        List<Saga> sagas) {

    public SagaModel {
        files = List.copyOf(files);
        imported = Set.copyOf(imported);
        records = List.copyOf(records);
        enums = List.copyOf(enums);
        errors = List.copyOf(errors);
        externTypes = List.copyOf(externTypes);
        externFunctions = List.copyOf(externFunctions);
        participants = List.copyOf(participants);
        sagas = List.copyOf(sagas);
    }

    /** The saga of that name. */
    public Optional<Saga> saga(DeclaredName name) {
        return sagas.stream().filter(saga -> saga.name().equals(name)).findFirst();
    }

    /** What the module itself declares. */
    public SagaModel own() {
        return new SagaModel(
                files,
                imported,
                own(records, RecordDefinition::location),
                own(enums, EnumDefinition::location),
                own(errors, ErrorDefinition::location),
                own(externTypes, ExternType::location),
                own(externFunctions, ExternFunction::location),
                own(participants, Participant::location),
                own(sagas, Saga::location));
    }

    private <T> List<T> own(List<T> all, Function<T, SourceLocation> place) {
        return all.stream()
                .filter(one -> !imported.contains(place.apply(one).file()))
                .toList();
    }
}
