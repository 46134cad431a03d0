package dev.skald.dsl.rule;

import dev.skald.dsl.model.Statement;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which steps and sub-sagas may have been done when a statement begins, on some path that leads to it.
 *
 * @param earlier those behind which it runs, by place; in a loop also those of another round, itself included
 * @param beside those of sister branches of a {@code parallel}, by place, which may be done before it, after it, or not
 *     yet
 */
record Before(NavigableSet<Statement> earlier, NavigableSet<Statement> beside) {

    /** Nothing is done. */
    static final Before NOTHING = new Before(setOf(Stream.empty()), setOf(Stream.empty()));

    /** These, by place. */
    static NavigableSet<Statement> setOf(Stream<Statement> statements) {
        NavigableSet<Statement> set = new TreeSet<>(Comparator.comparing(Statement::location));
        statements.forEach(set::add);
        return set;
    }

    /** The same, and {@code done} too. */
    Before after(NavigableSet<Statement> done) {
        return done.isEmpty() ? this : new Before(union(earlier, done), beside);
    }

    /** The same, while {@code sisters} run. */
    Before whileRunning(NavigableSet<Statement> sisters) {
        return sisters.isEmpty() ? this : new Before(earlier, union(beside, sisters));
    }

    /** The first such statement behind which, or beside which, the statement runs. */
    Optional<Statement> first(Predicate<Statement> such) {
        return Stream.concat(earlier.stream(), beside.stream()).filter(such).findFirst();
    }

    /** How a statement stands to one of these, such as “stands behind”. */
    String relation(Statement statement, Statement other) {
        if (!earlier.contains(other)) {
            return "runs beside";
        }
        return isAbove(other, statement) ? "stands behind" : "runs in the next round behind";
    }

    /** Whether {@code other} is written before {@code statement}. */
    static boolean isAbove(Statement other, Statement statement) {
        return other.location().compareTo(statement.location()) < 0;
    }

    private static NavigableSet<Statement> union(NavigableSet<Statement> one, NavigableSet<Statement> other) {
        return setOf(Stream.concat(one.stream(), other.stream()));
    }
}
