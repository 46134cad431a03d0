package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.OnExhausted;
import java.util.List;
import java.util.Optional;

/** The clauses of a step, each once, in any order. */
public record StepClauses(
        Optional<Moment> moment,
        CallLimits limits,
        Optional<OnUnknown> onUnknown,
        List<Name> after,
        Optional<Compensation> compensation,
        List<Acceptance> accepted) {

    public StepClauses {
        after = List.copyOf(after);
        accepted = List.copyOf(accepted);
    }

    /**
     * {@code state CHECKING_PAYMENT "checking payment"}: the name of the uncertain moment.
     *
     * @param name the state's name
     * @param label for people, in any script
     */
    public record Moment(Name name, Optional<Text> label) {}

    /** What follows an outcome that nobody knows. */
    public sealed interface OnUnknown {
        /** The whole clause. */
        SourceLocation location();

        /** Undo this step too. */
        record Compensate(SourceLocation location) implements OnUnknown {}

        /** Ask the admin. */
        record Escalate(SourceLocation location) implements OnUnknown {}

        /** Ask the participant. */
        record Probe(Call call, SourceLocation location) implements OnUnknown {}
    }

    /** How a step is undone. */
    public sealed interface Compensation {
        /** The whole clause. */
        SourceLocation location();

        /** {@code compensate billing.voidAuthorization(…) { … }}; {@code call} is empty where it could not be read. */
        record Undo(
                Optional<Call> call,
                CallLimits limits,
                Optional<Located<OnExhausted>> onExhausted,
                SourceLocation location)
                implements Compensation {}

        /** {@code no compensation because "…"}; {@code because} is empty where it was left out. */
        record None(Optional<Text> because, SourceLocation location) implements Compensation {}
    }
}
