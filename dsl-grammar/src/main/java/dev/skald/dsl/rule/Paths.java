package dev.skald.dsl.rule;

import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Walks all paths through a saga at once. Of an {@code if} either block may have been done before what stands behind
 * it, of a {@code parallel} all branches, and a block that ends the saga leads nowhere. The rounds of a loop, also of
 * one whose rounds run at once, come one after another in some order.
 */
final class Paths {

    private final BiConsumer<Statement, Before> visitor;

    private Paths(BiConsumer<Statement, Before> visitor) {
        this.visitor = visitor;
    }

    /** Shows {@code visitor} each statement, in the order written, with what may have been done before it. */
    static void walk(Saga saga, BiConsumer<Statement, Before> visitor) {
        new Paths(visitor).walk(saga.body(), Before.NOTHING);
    }

    private void walk(List<Statement> block, Before before) {
        Before here = before;
        for (Statement statement : block) {
            visitor.accept(statement, here);
            walkInto(statement, here);
            here = here.after(Before.setOf(passed(statement)));
        }
    }

    private void walkInto(Statement statement, Before before) {
        if (statement instanceof Statement.Parallel parallel) {
            for (List<Statement> branch : parallel.branches()) {
                walk(branch, before.whileRunning(sistersOf(branch, parallel)));
            }
        } else if (statement instanceof Statement.For loop) {
            walk(loop.body(), before.after(Before.setOf(passed(loop.body()))));
        } else {
            Statements.blocksOf(statement).forEach(block -> walk(block, before));
        }
    }

    /** What is, or may be, done when what stands behind a block begins. */
    private static Stream<Statement> passed(List<Statement> block) {
        return Statements.neverGoesOn(block) ? Stream.empty() : block.stream().flatMap(Paths::passed);
    }

    private static Stream<Statement> passed(Statement statement) {
        return statement instanceof Step || statement instanceof SubSaga
                ? Stream.of(statement)
                : Statements.blocksOf(statement).stream().flatMap(Paths::passed);
    }

    private static NavigableSet<Statement> sistersOf(List<Statement> branch, Statement.Parallel parallel) {
        return Before.setOf(parallel.branches().stream()
                .filter(sister -> sister != branch)
                .flatMap(Statements::allIn)
                .filter(statement -> statement instanceof Step || statement instanceof SubSaga));
    }
}
