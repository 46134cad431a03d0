package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A compensatable step that says {@code no compensation} runs as late as it can: behind whatever in its block may still
 * be refused, as far as nothing uses its result, waits for it or ends the saga, and no further than the point of no
 * return.
 */
final class IrreversibleEarly implements Rule {

    private final StatementKinds kinds;

    IrreversibleEarly(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern().filter(CompensationNotRun::undoes).ifPresent(pattern -> {
            boolean atOnce = pattern.communication() == Communication.ASYNC;
            check(saga.body(), atOnce, diagnostics);
        });
    }

    private void check(List<Statement> block, boolean atOnce, Diagnostics diagnostics) {
        for (int index = 0; index < block.size(); index++) {
            if (isIrreversible(block.get(index))) {
                Step step = (Step) block.get(index);
                List<Statement> passed = passed(step, block.subList(index + 1, block.size()));
                if (!passed.isEmpty()) {
                    diagnostics.report(found(step, passed, atOnce));
                }
            }
            Statements.blocksOf(block.get(index)).forEach(inner -> check(inner, atOnce, diagnostics));
        }
    }

    /** What stands behind the step and could stand before it, up to the last that may be refused. */
    private List<Statement> passed(Step step, List<Statement> behind) {
        List<Statement> passed = new ArrayList<>();
        int last = 0;
        for (Statement statement : behind) {
            if (Statements.allIn(List.of(statement)).anyMatch(inner -> stops(inner, step))) {
                break;
            }
            passed.add(statement);
            if (Statements.allIn(List.of(statement)).anyMatch(this::mayBeRefused)) {
                last = passed.size();
            }
        }
        return passed.subList(0, last);
    }

    private boolean stops(Statement statement, Step step) {
        return kinds.isWithoutReturn(statement)
                || statement instanceof Statement.Return
                || UsedVariables.in(statement).anyMatch(step.name()::equals)
                || (statement instanceof Step other
                        && other.after().stream().anyMatch(after -> after.step().equals(step.name())));
    }

    private boolean mayBeRefused(Statement statement) {
        return !isIrreversible(statement) && kinds.mayBeRefused(statement);
    }

    private static boolean isIrreversible(Statement statement) {
        return statement instanceof Step step
                && step.compensation()
                        .filter(Compensation.None.class::isInstance)
                        .isPresent()
                && step.kind() == StepKind.COMPENSATABLE;
    }

    private static Diagnostic found(Step step, List<Statement> passed, boolean atOnce) {
        Statement last = passed.get(passed.size() - 1);
        String behind = Naming.of(last);
        List<Step> neighbours = neighbours(passed);
        String wait = atOnce && !neighbours.isEmpty()
                ? ", with `after " + neighbours.stream().map(Step::name).collect(Collectors.joining(", ")) + "`"
                : "";
        return Diagnostic.of(
                        DiagnosticId.ORDER_IRREVERSIBLE_EARLY,
                        step.nameLocation(),
                        "step `" + step.name() + "` cannot be undone, and could run behind the " + behind
                                + ", at which the saga may still turn back")
                .withHelp("move it behind " + (last instanceof Step ? "`" + Naming.nameOf(last) + "`" : "the " + behind)
                        + wait)
                .withNote("the " + Naming.kindOf(last) + " is here", Naming.placeOf(last));
    }

    /** The steps at the end that an async saga runs at the same time. */
    private static List<Step> neighbours(List<Statement> passed) {
        List<Step> steps = new ArrayList<>();
        for (Statement statement : passed) {
            if (statement instanceof Step step) {
                steps.add(step);
            } else {
                steps.clear();
            }
        }
        return steps;
    }
}
