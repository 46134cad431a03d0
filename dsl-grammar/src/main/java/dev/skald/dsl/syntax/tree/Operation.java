package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a participant can be asked for.
 *
 * @param name its name
 * @param parameters what goes in
 * @param output what comes back; empty where nothing does
 * @param errors the business errors it may answer with
 * @param irreversible whether nothing can undo it
 * @param activityType the name after {@code as}: an activity type that exists already
 * @param reserved words of it that are reserved for later ({@code writes}, {@code locks}, {@code publishes})
 * @param location the whole operation
 */
public record Operation(
        Name name,
        List<Field> parameters,
        Optional<TypeName> output,
        List<QualifiedName> errors,
        boolean irreversible,
        Optional<Text> activityType,
        List<Name> reserved,
        SourceLocation location) {

    public Operation {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
        reserved = List.copyOf(reserved);
    }
}
