package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call of a participant's operation.
 *
 * @param participant whose
 * @param operation which; not {@code resolved} where the participant has none of that name
 * @param arguments one for each parameter, in the parameters' order (fewer where some are missing, which is reported)
 * @param target participant and operation, as a diagnostic points at them
 * @param location the whole call
 */
public record Call(
        Participant participant,
        Operation operation,
        List<Argument> arguments,
        SourceLocation target,
        SourceLocation location) {

    public Call {
        arguments = List.copyOf(arguments);
    }

    /** The values of its arguments, in the parameters' order. */
    public Stream<Expression> values() {
        return arguments.stream().map(Argument::value);
    }
}
