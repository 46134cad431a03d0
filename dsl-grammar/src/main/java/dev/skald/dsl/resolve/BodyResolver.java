package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Statement.For;
import dev.skald.dsl.syntax.tree.Statement.If;
import dev.skald.dsl.syntax.tree.Statement.Parallel;
import dev.skald.dsl.syntax.tree.Statement.Step;
import java.util.List;
import java.util.Optional;

/** Resolves what is in a saga's braces, as a whole. */
final class BodyResolver {

    private static final int MOST_STEPS = 500;

    private final BlockResolver blocks;
    private final Diagnostics diagnostics;

    BodyResolver(BlockResolver blocks, Diagnostics diagnostics) {
        this.blocks = blocks;
        this.diagnostics = diagnostics;
    }

    /** The statements of the body. A body that is too long is reported, and not looked into. */
    List<Statement> resolve(Declaration.Saga saga, Optional<Type> output) {
        long steps = steps(saga.body());
        if (steps > MOST_STEPS) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_STEPS,
                    saga.name().location(),
                    "saga `" + saga.name().text() + "` has " + steps + " steps, and may have " + MOST_STEPS));
            return List.of();
        }
        List<Statement> body = blocks.resolve(saga.body());
        if (output.isPresent() && !saga.incomplete() && !Statements.neverGoesOn(body)) {
            boolean returns = Statements.allIn(body).anyMatch(Statement.Return.class::isInstance);
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_RETURN,
                            saga.name().location(),
                            "saga `" + saga.name().text() + "` has the output `"
                                    + output.get().text() + "`, and "
                                    + (returns ? "does not return it on every path" : "returns nothing"))
                    .withHelp("end it with `return …`"));
        }
        return body;
    }

    /** Whatever is more than a choice counts as a step. */
    private static long steps(List<dev.skald.dsl.syntax.tree.Statement> block) {
        return block.stream().mapToLong(BodyResolver::steps).sum();
    }

    private static long steps(dev.skald.dsl.syntax.tree.Statement statement) {
        if (statement instanceof If choice) {
            return steps(choice.then()) + steps(choice.otherwise());
        }
        if (statement instanceof Parallel parallel) {
            return parallel.branches().stream().mapToLong(BodyResolver::steps).sum();
        }
        if (statement instanceof For loop) {
            return steps(loop.body());
        }
        return statement instanceof Step || statement instanceof dev.skald.dsl.syntax.tree.Statement.Run ? 1 : 0;
    }
}
