package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.StepKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of a participant.
 *
 * @param name its name, unique in the saga; part of its idempotency key
 * @param description its wording for people
 * @param kind what it is to the whole
 * @param call the operation and its arguments
 * @param moment the name of the uncertain time while it runs
 * @param limits what is written about its time and retries, the nearest default applied field by field
 * @param unknownClause what follows an outcome that nobody knows; empty where the pattern's way holds
 * @param after earlier steps that it waits for without using their data
 * @param compensation how it is undone; empty where the definition says nothing
 * @param accepted the findings about it that it accepts
 * @param nameLocation of its name, or of the operation it is named after
 * @param location of the whole statement
 */
public record Step(
        String name,
        Optional<String> description,
        StepKind kind,
        Call call,
        Optional<Moment> moment,
        CallLimits limits,
        Optional<UnknownClause> unknownClause,
        List<After> after,
        Optional<Compensation> compensation,
        List<Acceptance> accepted,
        SourceLocation nameLocation,
        SourceLocation location)
        implements Statement {

    public Step {
        after = List.copyOf(after);
        accepted = List.copyOf(accepted);
    }

    /** What the definition chooses for an outcome that nobody knows, where it does. */
    public Optional<OnUnknown> onUnknown() {
        return unknownClause.map(UnknownClause::choice);
    }

    /** Its undo, where it has one. */
    public Optional<Compensation.Undo> undo() {
        return compensation.filter(Compensation.Undo.class::isInstance).map(Compensation.Undo.class::cast);
    }

    /** All that it calls: the operation, its undo and its probe. */
    public Stream<Call> calls() {
        return Stream.of(
                        Stream.of(call),
                        undo().map(Compensation.Undo::call).stream(),
                        unknownClause().flatMap(UnknownClause::probe).stream())
                .flatMap(calls -> calls);
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
     * @param probe the operation that knows, where the choice is to ask it
     * @param location of the clause
     */
    public record UnknownClause(OnUnknown choice, Optional<Call> probe, SourceLocation location) {}

    /**
     * An earlier step that a step waits for.
     *
     * @param step its name
     * @param location of the name, in the clause
     */
    public record After(String step, SourceLocation location) {}

    /** What follows an outcome that nobody knows. */
    public enum OnUnknown {
        /** Undo this step too. */
        COMPENSATE,
        /** Tell the admin, and ask again until it is known: the step is done then, or did not happen. */
        ESCALATE,
        /** Ask an operation of the participant that knows. */
        PROBE
    }
}
