package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A saga that another one runs, and undoes as a whole.
 *
 * @param name its name, unique in the saga; part of the inner saga's id
 * @param saga the qualified name of the inner saga, found in the {@link SagaModel}
 * @param arguments one for each of its parameters, in their order
 * @param result the type of what it returns; empty where nothing
 * @param nameLocation of its name, or of the saga it is named after
 * @param location of the whole statement
 */
public record SubSaga(
        String name,
        DeclaredName saga,
        List<Argument> arguments,
        Optional<Type> result,
        SourceLocation nameLocation,
        SourceLocation location)
        implements Statement {

    public SubSaga {
        arguments = List.copyOf(arguments);
    }
}
