package dev.skald.codegen.plan;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Type;
import java.util.List;
import java.util.Optional;

/**
 * Runs another saga, and waits for its end. It is undone as a whole: what it has done is undone in its own way.
 *
 * @param name its name, unique on any path through the saga; part of the other saga's id
 * @param kind what it is to the whole: one that has a pivot of its own cannot be undone
 * @param saga the other saga
 * @param version of the other saga
 * @param queue the task queue of the other saga's workflow
 * @param arguments one for each of its parameters, in their order
 * @param result the type of what it returns; empty where nothing
 * @param errors what it may end with that counts as an answer, its own and its participants'
 * @param source the place of the statement
 */
public record SubSagaPlan(
        String name,
        StepKind kind,
        DeclaredName saga,
        int version,
        String queue,
        List<Argument> arguments,
        Optional<Type> result,
        List<DeclaredName> errors,
        Source source)
        implements Action {

    public SubSagaPlan {
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
    }

    /** Whether it is undone when the saga is not completed. */
    public boolean hasUndo() {
        return kind == StepKind.COMPENSATABLE;
    }
}
