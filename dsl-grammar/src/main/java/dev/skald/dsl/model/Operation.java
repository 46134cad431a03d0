package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a participant can be asked for.
 *
 * @param name its name
 * @param parameters what goes in, in the order written
 * @param output what comes back; empty where nothing does
 * @param errors the business errors that it may answer with
 * @param irreversible whether nothing can undo it
 * @param activityType the name of its Temporal activity
 * @param resolved false for a stand-in for a name that is declared nowhere
 * @param location of its name
 */
public record Operation(
        String name,
        List<Field> parameters,
        Optional<Type> output,
        List<DeclaredName> errors,
        boolean irreversible,
        String activityType,
        boolean resolved,
        SourceLocation location) {

    public Operation {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }
}
