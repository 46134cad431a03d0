package dev.skald.dsl.resolve;

import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be known of the statements that are not built yet, so that they draw no false errors behind them. */
final class UnbuiltStatements {

    private UnbuiltStatements() {}

    /** What messages call a statement. */
    static String nameOf(Statement statement) {
        if (statement instanceof Statement.If) {
            return "`if`";
        }
        if (statement instanceof Statement.Parallel) {
            return "`parallel`";
        }
        if (statement instanceof Statement.For) {
            return "`for`";
        }
        if (statement instanceof Statement.Await) {
            return "`await`";
        }
        if (statement instanceof Statement.Wait) {
            return "`wait`";
        }
        return statement instanceof Statement.Run ? "`run`" : "`fail`";
    }

    /** Whether a statement that is not built yet is among them. */
    static boolean anyIn(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement ->
                        !(statement instanceof Statement.Step) && !(statement instanceof Statement.Return));
    }

    /** All names that a statement binds, within its blocks too. */
    static List<Name> names(Statement statement) {
        return namesIn(statement).toList();
    }

    private static Stream<Name> namesIn(Statement statement) {
        if (statement instanceof Statement.Step step) {
            return StepResolver.nameOf(step).stream();
        }
        if (statement instanceof Statement.If choice) {
            return Stream.concat(namesIn(choice.then()), namesIn(choice.otherwise()))
                    .distinct();
        }
        if (statement instanceof Statement.Parallel parallel) {
            return parallel.branches().stream().flatMap(UnbuiltStatements::namesIn);
        }
        if (statement instanceof Statement.For loop) {
            return namesIn(loop.body());
        }
        if (statement instanceof Statement.Await await) {
            return Stream.concat(
                    Stream.of(await.name()),
                    await.otherwise().map(UnbuiltStatements::namesIn).orElse(Stream.empty()));
        }
        if (statement instanceof Statement.Run run) {
            return Optional.of(run).flatMap(Statement.Run::name).stream();
        }
        return Stream.empty();
    }

    private static Stream<Name> namesIn(List<Statement> statements) {
        return statements.stream().flatMap(UnbuiltStatements::namesIn);
    }
}
