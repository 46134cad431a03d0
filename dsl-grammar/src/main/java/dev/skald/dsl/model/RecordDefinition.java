package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * A message type.
 *
 * @param name its name
 * @param fields in the order written
 * @param location of its name
 */
public record RecordDefinition(DeclaredName name, List<Field> fields, SourceLocation location) {

    public RecordDefinition {
        fields = List.copyOf(fields);
    }
}
