package dev.skald.codegen.differential;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan;
import java.util.List;
import java.util.stream.Stream;

/** What runs beside something else in a saga. */
final class Beside {

    private Beside() {}

    /** Whether anything does. */
    static boolean isAnything(SagaPlan plan) {
        return Actions.allIn(plan.front().flow()).anyMatch(Beside::splits);
    }

    /** Whether anything does that waits for an event, or for time to pass. */
    static boolean isAnythingThatWaits(SagaPlan plan) {
        return Actions.allIn(plan.front().flow())
                .filter(Beside::splits)
                .flatMap(split -> within(split).filter(Beside::waits))
                .findAny()
                .isPresent();
    }

    private static Stream<Action> within(Action action) {
        return Actions.blocksOf(action).stream().flatMap((List<Action> block) -> Actions.allIn(block));
    }

    private static boolean splits(Action action) {
        return action instanceof Action.Concurrent
                || action instanceof Action.Parallel
                || (action instanceof Action.Loop loop && loop.parallel());
    }

    private static boolean waits(Action action) {
        return action instanceof Action.Pause || action instanceof Action.AwaitEvent;
    }
}
