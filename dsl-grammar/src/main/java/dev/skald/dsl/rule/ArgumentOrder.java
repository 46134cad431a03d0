package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arguments are positional only where nothing can be mixed up: there is one parameter, or each argument's last name is
 * its parameter's name.
 */
final class ArgumentOrder implements Rule {

    @Override
    public void check(Saga saga, Diagnostics diagnostics) {
        for (Statement statement : saga.body()) {
            if (statement instanceof Step step) {
                check(step.call().arguments(), diagnostics);
                step.undo().map(Compensation.Undo::call).ifPresent(undo -> check(undo.arguments(), diagnostics));
            } else if (statement instanceof Statement.Return result) {
                constructionsIn(result.value()).forEach(construction -> check(construction.arguments(), diagnostics));
            }
        }
    }

    private static void check(List<Argument> arguments, Diagnostics diagnostics) {
        for (Argument argument : arguments) {
            String parameter = argument.parameter().name();
            if (argument.positional()
                    && argument.lastName().filter(parameter::equals).isEmpty()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.DATA_ARGUMENT_ORDER,
                                argument.location(),
                                "this argument stands where `" + parameter + "` is asked for, and is not called so")
                        .withHelp("write the names: `" + parameter + ": …`"));
            }
            constructionsIn(argument.value()).forEach(inner -> check(inner.arguments(), diagnostics));
        }
    }

    private static Stream<Expression.Construction> constructionsIn(Expression expression) {
        return expression instanceof Expression.Construction construction
                ? Stream.of(construction)
                : Expressions.partsOf(expression).flatMap(ArgumentOrder::constructionsIn);
    }
}
