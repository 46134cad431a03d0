package dev.skald.dsl.resolve;

import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the names that a saga's body binds, so that a use at a wrong place is told apart from a name that is not there.
 */
final class BoundNames {

    private BoundNames() {}

    /** All of them, within blocks too, each with its first place. */
    static Map<String, Name> in(List<Statement> body) {
        Map<String, Name> names = new LinkedHashMap<>();
        namesIn(body).forEach(name -> names.putIfAbsent(name.text(), name));
        return names;
    }

    /** What a step is called: its own name, or its operation's; empty where neither could be read. */
    static Optional<Name> of(Statement.Step step) {
        return step.name().or(() -> step.call().map(dev.skald.dsl.syntax.tree.Call::operation));
    }

    /** What a sub-saga is called: its own name, or its saga's, which then begins with a small letter. */
    static Name of(Statement.Run run) {
        Name saga = run.saga().last();
        String text = saga.text();
        return run.name()
                .orElseGet(() ->
                        new Name(text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1), saga.location()));
    }

    private static Stream<Name> namesIn(List<Statement> statements) {
        return statements.stream().flatMap(BoundNames::namesIn);
    }

    private static Stream<Name> namesIn(Statement statement) {
        if (statement instanceof Statement.Step step) {
            return of(step).stream();
        }
        if (statement instanceof Statement.If choice) {
            return Stream.concat(namesIn(choice.then()), namesIn(choice.otherwise()));
        }
        if (statement instanceof Statement.Parallel parallel) {
            return parallel.branches().stream().flatMap(BoundNames::namesIn);
        }
        if (statement instanceof Statement.For loop) {
            return namesIn(loop.body());
        }
        if (statement instanceof Statement.Await await) {
            return Stream.concat(
                    Stream.of(await.name()),
                    await.otherwise().map(BoundNames::namesIn).orElse(Stream.empty()));
        }
        return statement instanceof Statement.Run run ? Stream.of(of(run)) : Stream.empty();
    }
}
