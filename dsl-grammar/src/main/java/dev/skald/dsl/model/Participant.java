package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A service that takes part.
 *
 * @param name its name
 * @param queue the task queue that its worker polls
 * @param near whether it lives in the worker of the saga that calls it
 * @param operations what it can be asked for, in the order written
 * @param resolved false for a stand-in for a name that is declared nowhere, or whose operations could not all be read
 * @param location of its name
 */
public record Participant(
        DeclaredName name,
        String queue,
        boolean near,
        List<Operation> operations,
        boolean resolved,
        SourceLocation location) {

    public Participant {
        operations = List.copyOf(operations);
    }

    /** Its operation of that name. */
    public Optional<Operation> operation(String operation) {
        return operations.stream()
                .filter(candidate -> candidate.name().equals(operation))
                .findFirst();
    }
}
