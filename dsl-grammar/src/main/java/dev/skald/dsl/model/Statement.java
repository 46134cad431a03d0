package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A line of a saga's body.
 *
 * <p>What a step, an event or a sub-saga binds is a {@link Expression.Variable} of that name within its own block. What
 * is seen of it behind the block is another variable; the {@link Carried} ones of a statement say which, and of what
 * type.
 */
public sealed interface Statement
        permits Step,
                Statement.If,
                Statement.Parallel,
                Statement.For,
                Statement.Await,
                Statement.Wait,
                SubSaga,
                Statement.Fail,
                Statement.Return {

    /** Where it begins, for the reader of the generated code. */
    SourceLocation location();

    /**
     * A choice.
     *
     * @param condition of type bool
     * @param then what is done if it is true
     * @param otherwise what is done if not; an {@code else if} is an {@code If} alone in it
     * @param results what is seen behind it: a {@code T} where every branch that goes on has it, else a {@code T?}
     * @param location of the whole statement
     */
    record If(
            Expression condition,
            List<Statement> then,
            List<Statement> otherwise,
            List<Carried> results,
            SourceLocation location)
            implements Statement {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
            results = List.copyOf(results);
        }
    }

    /**
     * Branches at once.
     *
     * @param branches each a block of its own
     * @param results what is seen behind it, each a {@code T}
     * @param location of the whole statement
     */
    record Parallel(List<List<Statement>> branches, List<Carried> results, SourceLocation location)
            implements Statement {
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
            results = List.copyOf(results);
        }
    }

    /**
     * A loop over a list.
     *
     * @param item the variable of one round
     * @param itemType its type
     * @param in the list
     * @param max how many rounds there are at most; empty where that is not said, which is a finding
     * @param parallel whether the rounds run at once
     * @param concurrency how many rounds run at once at most; empty where all do
     * @param body one round
     * @param results what is seen behind it, each a {@code list<T>} in the order of the items
     * @param head from the loop's word to its list, as a diagnostic points at it
     * @param location of the whole statement
     */
    record For(
            String item,
            Type itemType,
            Expression in,
            Optional<Integer> max,
            boolean parallel,
            Optional<Integer> concurrency,
            List<Statement> body,
            List<Carried> results,
            SourceLocation head,
            SourceLocation location)
            implements Statement {
        public For {
            body = List.copyOf(body);
            results = List.copyOf(results);
        }
    }

    /**
     * An event from outside.
     *
     * @param name of the event
     * @param type of the event, a record or a Java type
     * @param within how long it is waited for; empty where there is no limit
     * @param otherwise what follows where it does not come in that time; empty where nothing is said
     * @param event the variable that holds the event behind the statement: a {@code T} where it is there or the saga
     *     has ended, else a {@code T?}
     * @param results what is seen behind it of what {@code otherwise} has bound
     * @param nameLocation of the name
     * @param location of the whole statement
     */
    record Await(
            String name,
            Type type,
            Optional<Duration> within,
            Optional<List<Statement>> otherwise,
            Expression.Variable event,
            List<Carried> results,
            SourceLocation nameLocation,
            SourceLocation location)
            implements Statement {
        public Await {
            otherwise = otherwise.map(List::copyOf);
            results = List.copyOf(results);
        }
    }

    /** A timer. */
    record Wait(Duration duration, SourceLocation location) implements Statement {}

    /**
     * The end, with a business error of the saga's own.
     *
     * @param error the error
     * @param arguments one for each of its fields, in their order
     * @param location of the whole statement
     */
    record Fail(ErrorDefinition error, List<Argument> arguments, SourceLocation location) implements Statement {
        public Fail {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The result.
     *
     * @param value of the saga's output type
     * @param location of the whole statement
     */
    record Return(Expression value, SourceLocation location) implements Statement {}

    /**
     * A result that is seen behind the block that bound it.
     *
     * @param variable the variable that holds it behind the statement
     * @param type of that variable
     * @param from what it is made of, an entry for each block of the statement as {@link Statements#blocksOf} lists
     *     them: the variable at the end of that block, empty where the block does not have it
     */
    record Carried(String variable, Type type, List<Optional<Expression.Variable>> from) {
        public Carried {
            from = List.copyOf(from);
        }
    }
}
