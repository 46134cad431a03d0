package dev.skald.codegen.plan;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Statement.Carried;
import java.util.List;
import java.util.stream.Stream;

/** What actions are made of. */
public final class Actions {

    private Actions() {}

    /** The blocks directly within an action, in the order written. */
    public static List<List<Action>> blocksOf(Action action) {
        if (action instanceof Action.Concurrent concurrent) {
            return List.of(List.copyOf(concurrent.steps()));
        }
        if (action instanceof Action.Choice choice) {
            return List.of(choice.then(), choice.otherwise());
        }
        if (action instanceof Action.Parallel parallel) {
            return parallel.branches();
        }
        if (action instanceof Action.Loop loop) {
            return List.of(loop.body());
        }
        if (action instanceof Action.AwaitEvent await) {
            return await.otherwise().map(List::of).orElse(List.of());
        }
        return List.of();
    }

    /** All actions of a block, each before those within it, in the order written. */
    public static Stream<Action> allIn(List<Action> block) {
        return block.stream()
                .flatMap(action -> Stream.concat(
                        Stream.of(action), blocksOf(action).stream().flatMap(Actions::allIn)));
    }

    /** All actions of one kind of a block, those within its blocks too, in the order written. */
    public static <A extends Action> List<A> allIn(List<Action> block, Class<A> kind) {
        return allIn(block).filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What is seen behind an action of what its blocks have bound. */
    public static List<Carried> carriedBy(Action action) {
        if (action instanceof Action.Choice choice) {
            return choice.results();
        }
        if (action instanceof Action.Parallel parallel) {
            return parallel.results();
        }
        if (action instanceof Action.Loop loop) {
            return loop.results();
        }
        return action instanceof Action.AwaitEvent await ? await.results() : List.of();
    }

    /** The values that an action itself asks for, those of its blocks excluded; not what its undo uses. */
    public static Stream<Expression> valuesOf(Action action) {
        if (action instanceof StepPlan step) {
            return step.call().call().values();
        }
        if (action instanceof SubSagaPlan run) {
            return run.arguments().stream().map(Argument::value);
        }
        if (action instanceof Action.Choice choice) {
            return Stream.of(choice.condition());
        }
        if (action instanceof Action.Loop loop) {
            return Stream.of(loop.in());
        }
        if (action instanceof Action.Fail fail) {
            return fail.arguments().stream().map(Argument::value);
        }
        if (action instanceof Action.HandOver handOver) {
            return handOver.added().<Expression>map(added -> added).stream();
        }
        return action instanceof Action.Return result ? Stream.of(result.value()) : Stream.empty();
    }

    /** The values that the undo of a step asks for; none of what is no step. */
    public static Stream<Expression> valuesBeside(Action action) {
        return action instanceof StepPlan step
                ? step.undoCall().stream().flatMap(undo -> undo.call().values())
                : Stream.empty();
    }

    /** The values that an action itself and its undo ask for, those of its blocks excluded. */
    public static Stream<Expression> allValuesOf(Action action) {
        return Stream.concat(valuesOf(action), valuesBeside(action));
    }

    /** The errors that an action may end the saga with; where it calls somebody, those that this answers with. */
    public static Stream<DeclaredName> errorsOf(Action action) {
        if (action instanceof StepPlan step) {
            return step.call().call().operation().errors().stream();
        }
        if (action instanceof SubSagaPlan run) {
            return run.errors().stream();
        }
        return action instanceof Action.Fail fail ? Stream.of(fail.error().name()) : Stream.empty();
    }

    /** Whether what stands behind a block is never done: each path through it ends the saga. */
    public static boolean neverGoesOn(List<Action> block) {
        return block.stream().anyMatch(Actions::neverGoesOn);
    }

    private static boolean neverGoesOn(Action action) {
        if (action instanceof Action.Choice choice) {
            return neverGoesOn(choice.then()) && neverGoesOn(choice.otherwise());
        }
        if (action instanceof Action.Parallel parallel) {
            return parallel.branches().stream().anyMatch(Actions::neverGoesOn);
        }
        return action instanceof Action.Return || action instanceof Action.Fail;
    }
}
