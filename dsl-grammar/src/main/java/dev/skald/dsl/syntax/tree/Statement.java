package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A line of a saga's body. */
public sealed interface Statement {

    /** The whole statement. */
    SourceLocation location();

    /**
     * One call of a participant.
     *
     * @param name its name; empty where it is named after its operation
     * @param description its wording for people
     * @param kind what it is to the whole
     * @param call the call; empty where it could not be read
     * @param clauses how it is called and undone
     */
    record Step(
            Optional<Name> name,
            Optional<Text> description,
            StepKind kind,
            Optional<Call> call,
            StepClauses clauses,
            SourceLocation location)
            implements Statement {}

    /** {@code if … { } else { }}; an {@code else if} is an {@code If} alone in {@code otherwise}. */
    record If(Expression condition, List<Statement> then, List<Statement> otherwise, SourceLocation location)
            implements Statement {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Branches at once. */
    record Parallel(List<List<Statement>> branches, SourceLocation location) implements Statement {
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
        }
    }

    /** A loop over a list. */
    record For(
            Name item,
            Expression in,
            boolean parallel,
            Optional<Located<Integer>> max,
            Optional<Located<Integer>> concurrency,
            List<Statement> body,
            SourceLocation location)
            implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    /** An event from outside. {@code otherwise} is what follows when it does not come {@code within} the time. */
    record Await(
            Name name,
            TypeName type,
            Optional<Located<Duration>> within,
            Optional<List<Statement>> otherwise,
            SourceLocation location)
            implements Statement {
        public Await {
            otherwise = otherwise.map(List::copyOf);
        }
    }

    /** A timer. */
    record Wait(Located<Duration> duration, SourceLocation location) implements Statement {}

    /** A sub-saga. */
    record Run(Optional<Name> name, QualifiedName saga, List<Argument> arguments, SourceLocation location)
            implements Statement {
        public Run {
            arguments = List.copyOf(arguments);
        }
    }

    /** The end, with a business error. */
    record Fail(QualifiedName error, List<Argument> arguments, SourceLocation location) implements Statement {
        public Fail {
            arguments = List.copyOf(arguments);
        }
    }

    /** The result. */
    record Return(Expression value, SourceLocation location) implements Statement {}
}
