package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.StepKind;
import java.util.List;
import java.util.Optional;

/**
 * One call of a participant.
 *
 * @param name its name, unique in the saga; part of its idempotency key
 * @param kind what it is to the whole
 * @param call the operation and its arguments
 * @param moment the name of the uncertain time while it runs
 * @param limits what is written about its time and retries, the nearest default applied field by field
 * @param unknownClause what follows an outcome that nobody knows; empty where the pattern's way holds
 * @param after earlier steps that it waits for without using their data
 * @param compensation how it is undone; empty where the definition says nothing
 * @param nameLocation of its name, or of the operation it is named after
 * @param location of the whole statement
 */
public record Step(
        String name,
        StepKind kind,
        Call call,
        Optional<Moment> moment,
        CallLimits limits,
        Optional<UnknownClause> unknownClause,
        List<String> after,
        Optional<Compensation> compensation,
        SourceLocation nameLocation,
        SourceLocation location)
        implements Statement {

    public Step {
        after = List.copyOf(after);
    }

    /** What the definition chooses for an outcome that nobody knows, where it does. */
    public Optional<OnUnknown> onUnknown() {
        return unknownClause.map(UnknownClause::choice);
    }

    /** Its undo, where it has one. */
    public Optional<Compensation.Undo> undo() {
        return compensation.filter(Compensation.Undo.class::isInstance).map(Compensation.Undo.class::cast);
    }

    /**
     * A named uncertain time.
     *
     * @param name the state's name
     * @param label for people
     */
    public record Moment(String name, Optional<String> label) {}

    /**
     * A choice that is written down.
     *
     * @param choice what follows
     * @param location of the clause
     */
    public record UnknownClause(OnUnknown choice, SourceLocation location) {}

    /** What follows an outcome that nobody knows. */
    public enum OnUnknown {
        /** Undo this step too. */
        COMPENSATE,
        /** Tell the admin, and ask again until it is known: the step is done then, or did not happen. */
        ESCALATE
    }
}
