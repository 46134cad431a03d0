package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceFile;
import java.util.List;

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
        List<Participant> participants,
        List<Saga> sagas) {

    public SagaModel {
        files = List.copyOf(files);
        records = List.copyOf(records);
        enums = List.copyOf(enums);
        errors = List.copyOf(errors);
        participants = List.copyOf(participants);
        sagas = List.copyOf(sagas);
    }
}
