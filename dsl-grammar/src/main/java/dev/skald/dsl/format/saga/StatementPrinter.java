package dev.skald.dsl.format.saga;

import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;

/** Prints statements. */
final class StatementPrinter {

    private final Sheet sheet;
    private final StepPrinter steps;

    StatementPrinter(Sheet sheet, StepPrinter steps) {
        this.sheet = sheet;
        this.steps = steps;
    }

    /** The body of a saga: its statements have empty lines between them. */
    void body(List<Statement> statements) {
        sheet.add("{");
        for (int index = 0; index < statements.size(); index++) {
            if (index > 0) {
                sheet.line();
            }
            statement(statements.get(index));
        }
        sheet.line().add("}");
    }

    private void block(List<Statement> statements) {
        sheet.add("{");
        for (int index = 0; index < statements.size(); index++) {
            if (index > 0 && (isTall(statements.get(index - 1)) || isTall(statements.get(index)))) {
                sheet.line();
            }
            statement(statements.get(index));
        }
        sheet.line().add("}");
    }

    private static boolean isTall(Statement statement) {
        return statement instanceof Statement.Step step
                ? StepPrinter.hasClauses(step.clauses())
                : statement instanceof Statement.If
                        || statement instanceof Statement.For
                        || statement instanceof Statement.Parallel
                        || statement instanceof Statement.Await;
    }

    private void statement(Statement statement) {
        sheet.line(statement.location());
        if (statement instanceof Statement.Step step) {
            steps.step(step);
        } else if (statement instanceof Statement.If choice) {
            choice(choice);
        } else if (statement instanceof Statement.Parallel parallel) {
            parallel(parallel);
        } else if (statement instanceof Statement.For loop) {
            loop(loop);
        } else if (statement instanceof Statement.Await await) {
            await(await);
        } else if (statement instanceof Statement.Wait timer) {
            sheet.add("wait").add(Durations.text(timer.duration().value()));
        } else if (statement instanceof Statement.Run run) {
            sheet.add("run");
            run.name().ifPresent(name -> sheet.add(name.text()).add("="));
            sheet.add(run.saga().text() + ExpressionPrinter.arguments(run.arguments()));
        } else if (statement instanceof Statement.Fail fail) {
            sheet.add("fail").add(fail.error().text() + ExpressionPrinter.arguments(fail.arguments()));
        } else if (statement instanceof Statement.Return result) {
            sheet.add("return").add(ExpressionPrinter.text(result.value()));
        }
    }

    private void choice(Statement.If choice) {
        sheet.add("if").add(ExpressionPrinter.text(choice.condition()));
        block(choice.then());
        if (choice.otherwise().isEmpty()) {
            return;
        }
        sheet.add("else");
        if (choice.otherwise().size() == 1 && choice.otherwise().get(0) instanceof Statement.If next) {
            choice(next);
        } else {
            block(choice.otherwise());
        }
    }

    private void parallel(Statement.Parallel parallel) {
        sheet.add("parallel {");
        for (List<Statement> branch : parallel.branches()) {
            sheet.line().add("branch");
            block(branch);
        }
        sheet.line().add("}");
    }

    private void loop(Statement.For loop) {
        sheet.add("for")
                .add(loop.parallel() ? "parallel" : "")
                .add(loop.item().text())
                .add("in")
                .add(ExpressionPrinter.text(loop.in()));
        loop.max().ifPresent(max -> sheet.add("max").add(Integer.toString(max.value())));
        loop.concurrency().ifPresent(most -> sheet.add("concurrency").add(Integer.toString(most.value())));
        block(loop.body());
    }

    private void await(Statement.Await await) {
        sheet.add("await").add(await.name().text() + ":").add(TypePrinter.text(await.type()));
        await.within().ifPresent(limit -> sheet.add("within").add(Durations.text(limit.value())));
        await.otherwise().ifPresent(otherwise -> {
            sheet.add("else");
            if (otherwise.size() == 1
                    && otherwise.get(0) instanceof Statement.Fail fail
                    && !sheet.hasCommentsAbove(List.of(fail.location()))) {
                sheet.add("{ fail")
                        .add(fail.error().text() + ExpressionPrinter.arguments(fail.arguments()))
                        .add("}");
            } else {
                block(otherwise);
            }
        });
    }
}
