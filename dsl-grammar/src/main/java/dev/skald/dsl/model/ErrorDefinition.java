package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * A business error that a participant may answer with.
 *
 * @param name its name, also the failure's type on the wire
 * @param fields in the order written
 * @param location of its name
 */
public record ErrorDefinition(DeclaredName name, List<Field> fields, SourceLocation location) {

    public ErrorDefinition {
        fields = List.copyOf(fields);
    }
}
