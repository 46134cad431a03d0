package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * All that a compilation declares, each list by file and place.
 *
 * @param files what it was read from
 */
public record SagaModel(
        List<SourceFile> files,
        List<RecordDefinition> records,
        List<EnumDefinition> enums,
        List<ErrorDefinition> errors,
        List<ExternType> externTypes,
        List<ExternFunction> externFunctions,
        List<Participant> participants,
        List<Saga> sagas) {

    public SagaModel {
        files = List.copyOf(files);
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
}
