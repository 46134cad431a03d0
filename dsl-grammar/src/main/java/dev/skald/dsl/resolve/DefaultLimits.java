package dev.skald.dsl.resolve;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.syntax.tree.Defaults;
import java.util.Optional;

/**
 * What holds for calls and undos that do not say otherwise: the nearest default wins, field by field.
 *
 * @param calls what holds for steps
 * @param compensations what holds for undos
 */
record DefaultLimits(CallLimits calls, CallLimits compensations) {

    /** Nothing is said. */
    static final DefaultLimits NONE = new DefaultLimits(CallLimits.NONE, CallLimits.NONE);

    /** The defaults of a block, where there is one. */
    static DefaultLimits of(Optional<Defaults> defaults, LimitsResolver limits) {
        return defaults.map(block ->
                        new DefaultLimits(limits.resolve(block.calls()), limits.resolve(block.compensations())))
                .orElse(NONE);
    }

    /** These defaults, and where they say nothing those of a wider block. */
    DefaultLimits within(DefaultLimits wider) {
        return new DefaultLimits(calls.orElse(wider.calls), compensations.orElse(wider.compensations));
    }

    /** What a step of that kind takes over: a default never bounds what must not be given up. */
    CallLimits forStep(StepKind kind) {
        boolean isAskedUntilDone = kind.isPointOfNoReturn();
        return isAskedUntilDone ? calls.withoutBounds() : calls;
    }
}
