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
            NavigableSet<Statement> all =
                    Before.setOf(parallel.branches().stream().flatMap(Paths::doneIn));
            for (List<Statement> branch : parallel.branches()) {
                walk(branch, before.whileRunning(without(Before.setOf(doneIn(branch)), all)));
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

    /** All steps and sub-sagas of a block, whether it goes on or not. */
    private static Stream<Statement> doneIn(List<Statement> block) {
        return Statements.allIn(block).filter(statement -> statement instanceof Step || statement instanceof SubSaga);
    }

    private static NavigableSet<Statement> without(NavigableSet<Statement> own, NavigableSet<Statement> all) {
        return own.isEmpty() ? all : Before.setOf(all.stream().filter(statement -> !own.contains(statement)));
    }
}
