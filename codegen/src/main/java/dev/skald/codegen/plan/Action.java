package dev.skald.codegen.plan;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Statement.Carried;
import dev.skald.dsl.model.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that a workflow does before it does the next.
 *
 * <p>What is bound within a block is seen behind it as the {@link Carried} results of its action say; they have an
 * entry for each block, in the order of {@link Actions#blocksOf}.
 */
public sealed interface Action
        permits StepPlan,
                SubSagaPlan,
                Action.Concurrent,
                Action.Choice,
                Action.Parallel,
                Action.Loop,
                Action.AwaitEvent,
                Action.Pause,
                Action.Fail,
                Action.Return {

    /** The place that it was written at. */
    Source source();

    /**
     * Takes several steps at once, each as soon as those that it {@link StepPlan#after waits for} are done, and goes on
     * when all are. When one of them ends the saga, no other begins.
     *
     * @param steps in the order written, at least two
     */
    record Concurrent(List<StepPlan> steps) implements Action {
        public Concurrent {
            steps = List.copyOf(steps);
        }

        @Override
        public Source source() {
            return steps.get(0).source();
        }
    }

    /**
     * Does one thing or the other.
     *
     * @param condition decides
     * @param then what is done if it is true
     * @param otherwise what is done if it is not
     * @param results what is seen behind it
     * @param source the place of the statement
     */
    record Choice(Expression condition, List<Action> then, List<Action> otherwise, List<Carried> results, Source source)
            implements Action {
        public Choice {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
            results = List.copyOf(results);
        }
    }

    /**
     * Does several things at once, and goes on when all are done. When one of them ends the saga, nothing new begins in
     * the others.
     *
     * @param branches what each does, one thing after the other
     * @param results what is seen behind it
     * @param source the place of the statement
     */
    record Parallel(List<List<Action>> branches, List<Carried> results, Source source) implements Action {
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
            results = List.copyOf(results);
        }
    }

    /**
     * Does something for each element of a list.
     *
     * @param item the variable of the element
     * @param type of the element
     * @param in the list
     * @param max how long the list may be; a longer one ends the saga before the first round
     * @param parallel whether the rounds run at once, and end as branches do
     * @param concurrency how many rounds run at once at most; empty where all do
     * @param body one round
     * @param results what is seen behind it
     * @param source the place of the statement
     */
    record Loop(
            String item,
            Type type,
            Expression in,
            int max,
            boolean parallel,
            OptionalInt concurrency,
            List<Action> body,
            List<Carried> results,
            Source source)
            implements Action {
        public Loop {
            body = List.copyOf(body);
            results = List.copyOf(results);
        }
    }

    /**
     * Waits for something from outside.
     *
     * @param name what it is sent as
     * @param type of what comes with it
     * @param within how long it is waited for; empty where there is no limit
     * @param otherwise what is done where it does not come in time; empty where it then just goes on
     * @param event the variable that holds it
     * @param results what is seen behind it of what was done otherwise
     * @param source the place of the statement
     */
    record AwaitEvent(
            String name,
            Type type,
            Optional<Duration> within,
            Optional<List<Action>> otherwise,
            Expression.Variable event,
            List<Carried> results,
            Source source)
            implements Action {
        public AwaitEvent {
            otherwise = otherwise.map(List::copyOf);
            results = List.copyOf(results);
        }
    }

    /**
     * Lets time pass.
     *
     * @param duration how much
     * @param source the place of the statement
     */
    record Pause(Duration duration, Source source) implements Action {}

    /**
     * Ends the saga with an error of its own: what was done is undone.
     *
     * @param error the error
     * @param arguments one for each of its fields, in their order
     * @param source the place of the statement
     */
    record Fail(ErrorDefinition error, List<Argument> arguments, Source source) implements Action {
        public Fail {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Ends the saga with a result.
     *
     * @param value of the saga's output type
     * @param source the place of the statement
     */
    record Return(Expression value, Source source) implements Action {}
}
