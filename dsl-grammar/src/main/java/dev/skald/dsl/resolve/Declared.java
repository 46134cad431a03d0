package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.RecordDefinition;
import java.util.Map;

/**
 * What a compilation declares, and sagas use.
 *
 * @param records by name
 * @param enums by name
 * @param errors by name
 * @param functions by name
 * @param participants with their defaults
 * @param sagas what others see of them, by name
 */
record Declared(
        Map<DeclaredName, RecordDefinition> records,
        Map<DeclaredName, EnumDefinition> enums,
        Map<DeclaredName, ErrorDefinition> errors,
        Map<DeclaredName, ExternFunction> functions,
        Participants participants,
        Map<DeclaredName, SagaSignature> sagas) {

    /** The types and functions, as {@code names} names them. */
    MessageTypes messages(FileNames names) {
        return new MessageTypes(records, enums, functions, names);
    }
}
