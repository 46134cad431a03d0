package dev.skald.codegen.testing;

import dev.skald.codegen.plan.SagaPlan;
import java.util.List;

/** The state machine of a saga as a test writes it down. */
public final class StatesInWords {

    private StatesInWords() {}

    /** A line for each state, with those that may follow it. */
    public static List<String> of(SagaPlan plan) {
        return plan.states().states().stream()
                .map(state -> state.name() + " -> " + String.join(" ", state.successors()))
                .toList();
    }
}
