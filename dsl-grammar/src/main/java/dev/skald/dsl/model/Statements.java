package dev.skald.dsl.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What statements are made of. */
public final class Statements {

    private Statements() {}

    /** The blocks directly within a statement, in the order written. */
    public static List<List<Statement>> blocksOf(Statement statement) {
        if (statement instanceof Statement.If choice) {
            return List.of(choice.then(), choice.otherwise());
        }
        if (statement instanceof Statement.Parallel parallel) {
            return parallel.branches();
        }
        if (statement instanceof Statement.For loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.Await await) {
            return await.otherwise().map(List::of).orElse(List.of());
        }
        return List.of();
    }

    /** All statements of a block, each before those within it, in the order written. */
    public static Stream<Statement> allIn(List<Statement> block) {
        return block.stream()
                .flatMap(statement -> Stream.concat(
                        Stream.of(statement), blocksOf(statement).stream().flatMap(Statements::allIn)));
    }

    /** What a statement binds behind it. */
    public static List<Statement.Carried> carriedBy(Statement statement) {
        if (statement instanceof Statement.If choice) {
            return choice.results();
        }
        if (statement instanceof Statement.Parallel parallel) {
            return parallel.results();
        }
        if (statement instanceof Statement.For loop) {
            return loop.results();
        }
        return statement instanceof Statement.Await await ? await.results() : List.of();
    }

    /** The values that a statement itself asks for, those of its blocks excluded; not what its undo uses. */
    public static Stream<Expression> valuesOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.call().values();
        }
        if (statement instanceof Statement.If choice) {
            return Stream.of(choice.condition());
        }
        if (statement instanceof Statement.For loop) {
            return Stream.of(loop.in());
        }
        if (statement instanceof SubSaga run) {
            return run.arguments().stream().map(Argument::value);
        }
        if (statement instanceof Statement.Fail fail) {
            return fail.arguments().stream().map(Argument::value);
        }
        return statement instanceof Statement.Return result ? Stream.of(result.value()) : Stream.empty();
    }

    /** The values that the undo and the probe of a step ask for; none of what is no step. */
    public static Stream<Expression> valuesBeside(Statement statement) {
        return statement instanceof Step step
                ? Stream.concat(
                                step.undo().map(Compensation.Undo::call).stream(),
                                step.unknownClause().flatMap(Step.UnknownClause::probe).stream())
                        .flatMap(Call::values)
                : Stream.empty();
    }

    /**
     * The names of what a step cannot be without, where it could run beside others: of data, and in its {@code after}.
     */
    public static Set<String> neededBy(Step step) {
        Stream<String> results = Stream.concat(valuesOf(step), valuesBeside(step))
                .flatMap(Expressions::variablesIn)
                .map(Expression.Variable::name)
                .filter(name -> !name.equals(step.name()));
        return Stream.concat(results, step.after().stream().map(Step.After::step))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Variables, and those that their values come from.
     *
     * @param used names of variables
     * @param carried the results that blocks hand on
     */
    public static Set<String> withSources(Set<String> used, List<Statement.Carried> carried) {
        Set<String> all = new HashSet<>(used);
        boolean more = true;
        while (more) {
            more = all.addAll(carried.stream()
                    .filter(result -> all.contains(result.variable()))
                    .flatMap(result -> result.from().stream().flatMap(Optional::stream))
                    .map(Expression.Variable::name)
                    .toList());
        }
        return Set.copyOf(all);
    }

    /** Whether the statement behind a block can never be reached: each path through it ends the saga. */
    public static boolean neverGoesOn(List<Statement> block) {
        return block.stream().anyMatch(Statements::neverGoesOn);
    }

    /** Whether each path through a statement ends the saga. */
    public static boolean neverGoesOn(Statement statement) {
        if (statement instanceof Statement.If choice) {
            return neverGoesOn(choice.then()) && neverGoesOn(choice.otherwise());
        }
        if (statement instanceof Statement.Parallel parallel) {
            return parallel.branches().stream().anyMatch(Statements::neverGoesOn);
        }
        return statement instanceof Statement.Return || statement instanceof Statement.Fail;
    }
}
