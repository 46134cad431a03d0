package dev.skald.dsl.format.convert;

import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Field;
import java.util.List;
import java.util.Optional;

/**
 * What a call or the construction of a record takes.
 *
 * @param parameters in their order
 * @param home the file in which the names of their types mean something
 */
record Signature(List<Field> parameters, DefinitionFile home) {

    /** What the parameter of a name asks for. */
    Optional<Asked> asked(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().text().equals(name))
                .map(parameter -> new Asked(parameter.type(), home))
                .findFirst();
    }
}
