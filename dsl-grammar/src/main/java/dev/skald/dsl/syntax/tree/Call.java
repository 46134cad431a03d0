package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * {@code billing.authorize(order.orderId, amount: 5)}.
 *
 * @param participant whose operation
 * @param operation which
 * @param arguments in the order written
 * @param location the whole call
 */
public record Call(QualifiedName participant, Name operation, List<Argument> arguments, SourceLocation location) {

    public Call {
        arguments = List.copyOf(arguments);
    }

    /** Participant and operation, as a diagnostic points at them. */
    public SourceLocation target() {
        return participant.location().to(operation.location());
    }
}
