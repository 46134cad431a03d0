package dev.skald.dsl.format.yaml;

import dev.skald.dsl.format.saga.TypePrinter;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;

/** Prints statements, each an entry of a list. */
final class StatementPrinter {

    private final YamlSheet sheet;
    private final ValuePrinter values;
    private final StepPrinter steps;

    StatementPrinter(YamlSheet sheet, ValuePrinter values, StepPrinter steps) {
        this.sheet = sheet;
        this.values = values;
        this.steps = steps;
    }

    /** The body of a saga: its steps have empty lines between them, and a result at its end is a key of its own. */
    void body(List<Statement> body) {
        boolean hasResult = !body.isEmpty() && body.get(body.size() - 1) instanceof Statement.Return;
        List<Statement> statements = hasResult ? body.subList(0, body.size() - 1) : body;
        if (statements.isEmpty()) {
            sheet.entry("steps", "[]");
        } else {
            sheet.block("steps", () -> {
                for (int index = 0; index < statements.size(); index++) {
                    Statement statement = statements.get(index);
                    if (index > 0) {
                        sheet.blank();
                    }
                    sheet.item(() -> statement(statement));
                }
            });
        }
        if (hasResult) {
            sheet.blank();
            statement(body.get(body.size() - 1));
        }
    }

    private void block(String key, List<Statement> statements) {
        if (statements.isEmpty()) {
            sheet.entry(key, "[]");
        } else {
            sheet.block(key, () -> items(statements));
        }
    }

    private void items(List<Statement> statements) {
        statements.forEach(statement -> sheet.item(() -> statement(statement)));
    }

    private void statement(Statement statement) {
        sheet.at(statement.location());
        if (statement instanceof Statement.Step step) {
            steps.step(step);
        } else if (statement instanceof Statement.If choice) {
            values.value("if", choice.condition());
            block("then", choice.then());
            if (!choice.otherwise().isEmpty()) {
                block("else", choice.otherwise());
            }
        } else if (statement instanceof Statement.Parallel parallel) {
            parallel(parallel);
        } else if (statement instanceof Statement.For loop) {
            loop(loop);
        } else if (statement instanceof Statement.Await await) {
            sheet.entry("await", ScalarText.value(await.name().text()))
                    .entry("type", ScalarText.value(TypePrinter.text(await.type())));
            await.within().ifPresent(limit -> sheet.entry("within", Durations.text(limit.value())));
            await.otherwise().ifPresent(otherwise -> block("else", otherwise));
        } else if (statement instanceof Statement.Wait timer) {
            sheet.entry("wait", Durations.text(timer.duration().value()));
        } else if (statement instanceof Statement.Run run) {
            run.name().ifPresent(name -> sheet.entry("run", ScalarText.value(name.text())));
            sheet.entry("saga", ScalarText.value(run.saga().text()));
            values.with(run.arguments());
        } else if (statement instanceof Statement.Fail fail) {
            sheet.entry("fail", ScalarText.value(fail.error().text()));
            values.with(fail.arguments());
        } else if (statement instanceof Statement.Return result) {
            values.value("return", result.value());
        }
    }

    private void parallel(Statement.Parallel parallel) {
        if (parallel.branches().isEmpty()) {
            sheet.entry("parallel", "[]");
            return;
        }
        sheet.block("parallel", () -> {
            for (List<Statement> branch : parallel.branches()) {
                if (branch.isEmpty()) {
                    sheet.item("[]");
                } else {
                    sheet.item(() -> items(branch));
                }
            }
        });
    }

    private void loop(Statement.For loop) {
        sheet.entry("for", ScalarText.value(loop.item().text()));
        values.value("in", loop.in());
        loop.max().ifPresent(max -> sheet.entry("max", Integer.toString(max.value())));
        if (loop.parallel()) {
            sheet.entry("parallel", "true");
        }
        loop.concurrency().ifPresent(most -> sheet.entry("concurrency", Integer.toString(most.value())));
        block("do", loop.body());
    }
}
