package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * A closed list of constants.
 *
 * @param name its name
 * @param constants in the order written
 * @param location of its name
 */
public record EnumDefinition(DeclaredName name, List<String> constants, SourceLocation location) {

    public EnumDefinition {
        constants = List.copyOf(constants);
    }
}
