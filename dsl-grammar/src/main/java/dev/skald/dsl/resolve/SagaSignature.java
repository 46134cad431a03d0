package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import java.util.List;
import java.util.Optional;

/**
 * What other sagas see of a saga.
 *
 * @param name its name
 * @param input its parameters, in the order written
 * @param output what it returns; empty where nothing
 */
record SagaSignature(DeclaredName name, List<Field> input, Optional<Type> output) {

    SagaSignature {
        input = List.copyOf(input);
    }
}
