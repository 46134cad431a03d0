package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Trace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Lead;
import java.util.List;

/**
 * What the participant was told of a saga's states, held against what its trace says.
 *
 * <p>A saga whose steps wait until it is told, and in which nothing runs beside anything else, tells all of them. Of
 * several values that wait only the newest is told: otherwise some may be missing, but for the last. What waits in a
 * branch for time to pass or for an event may get its name behind its sisters, or before one of them escalates, which
 * hides it: then only the end is compared. So it is where the links of a chain do not wait for each other, or not until
 * it is told: each tells its own.
 */
final class ToldStates {

    private ToldStates() {}

    /** Fails where it was told something else. */
    static void check(SagaUnderTest saga, Trace trace) {
        List<String> told = saga.states();
        List<String> all = trace.observed();
        boolean awaited = saga.plan().answer() == Answer.AFTER_COMPENSATION;
        boolean oneByOne = !Beside.isAnything(saga.plan()) && saga.plan().lead() != Lead.CHAIN_AT_ONCE;
        if (all.isEmpty() || (awaited && oneByOne)) {
            assertThat(told).as("told of its states").isEqualTo(all);
        } else if (!saga.plan().lead().isChain() && !Beside.isAnythingThatWaits(saga.plan())) {
            assertThat(all).as("states that could be told").containsSubsequence(told);
            assertThat(told).as("told of its states").endsWith(all.get(all.size() - 1));
        } else if (trace.end().equals(all.get(all.size() - 1))) {
            assertThat(told).as("told of its end").endsWith(trace.end());
        }
    }
}
