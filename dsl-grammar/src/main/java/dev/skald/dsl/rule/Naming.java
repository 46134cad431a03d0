package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.Locale;

/** How findings call a statement, and where they point. */
final class Naming {

    private Naming() {}

    /** With its kind and name: {@code retriable step `send`}, {@code `if` in line 7}. */
    static String of(Statement statement) {
        boolean named =
                statement instanceof Step || statement instanceof SubSaga || statement instanceof Statement.Await;
        return named
                ? kindOf(statement) + " `" + nameOf(statement) + "`"
                : kindOf(statement) + " in line " + statement.location().line();
    }

    /** What it is: {@code retriable step}, {@code sub-saga}, {@code `if`}. */
    static String kindOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.kind() == StepKind.PIVOT ? "pivot" : step.kind().name().toLowerCase(Locale.ROOT) + " step";
        }
        if (statement instanceof SubSaga) {
            return "sub-saga";
        }
        return statement instanceof Statement.Await ? "event" : "`" + word(statement) + "`";
    }

    /** Its name, or its word where it has none. */
    static String nameOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.name();
        }
        if (statement instanceof SubSaga run) {
            return run.name();
        }
        return statement instanceof Statement.Await await ? await.name() : word(statement);
    }

    /** The place that shows it: its name, where it has one. */
    static SourceLocation placeOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.nameLocation();
        }
        if (statement instanceof SubSaga run) {
            return run.nameLocation();
        }
        if (statement instanceof Statement.Await await) {
            return await.nameLocation();
        }
        return statement instanceof Statement.For loop ? loop.head() : statement.location();
    }

    /** Its word in a definition. */
    static String word(Statement statement) {
        if (statement instanceof Statement.If) {
            return "if";
        }
        if (statement instanceof Statement.Parallel) {
            return "parallel";
        }
        if (statement instanceof Statement.For) {
            return "for";
        }
        if (statement instanceof Statement.Await) {
            return "await";
        }
        if (statement instanceof Statement.Wait) {
            return "wait";
        }
        if (statement instanceof SubSaga) {
            return "run";
        }
        if (statement instanceof Statement.Fail) {
            return "fail";
        }
        return statement instanceof Statement.Return ? "return" : "step";
    }
}
