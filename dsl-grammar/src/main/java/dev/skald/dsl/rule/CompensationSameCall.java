package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.List;

/** To do it once more undoes nothing. */
final class CompensationSameCall implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            step.undo()
                    .filter(undo -> isSame(step.call(), undo.call()))
                    .ifPresent(undo -> diagnostics.report(Diagnostic.of(
                                    DiagnosticId.COMPENSATION_SAME_CALL,
                                    undo.call().target(),
                                    "the undo of step `" + step.name() + "` is the same call as the step")
                            .withHelp("call the operation that takes it back")
                            .withNote("the step calls it here", step.call().target())));
        }
    }

    private static boolean isSame(Call one, Call other) {
        return one.operation().resolved()
                && one.participant().name().equals(other.participant().name())
                && one.operation().name().equals(other.operation().name())
                && areSame(one.arguments(), other.arguments());
    }

    private static boolean areSame(List<Argument> some, List<Argument> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int index = 0; index < some.size(); index++) {
            if (!isSame(some.get(index).value(), others.get(index).value())) {
                return false;
            }
        }
        return true;
    }

    /** Arguments know their places, which are not the same. */
    private static boolean isSame(Expression one, Expression other) {
        if (one instanceof Expression.Construction construction && other instanceof Expression.Construction second) {
            return construction.type().equals(second.type()) && areSame(construction.arguments(), second.arguments());
        }
        if (one instanceof Expression.FunctionCall call && other instanceof Expression.FunctionCall second) {
            return call.function().equals(second.function()) && areSame(call.arguments(), second.arguments());
        }
        return one.equals(other) && isResolved(one);
    }

    private static boolean isResolved(Expression expression) {
        return !(expression instanceof Expression.Unresolved)
                && Expressions.partsOf(expression).allMatch(CompensationSameCall::isResolved);
    }
}
