package dev.skald.codegen.java;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives variables other names: in Java a variable may need one, an undo gets its step's result as a parameter, and of a
 * step that has begun beside others the result is asked for.
 */
final class RenamedVariables {

    private final Map<String, String> names;
    private final Set<String> begun;

    /**
     * Variables that are called otherwise in Java.
     *
     * @param names what they are called
     * @param begun those of them that are steps which have begun
     */
    RenamedVariables(Map<String, String> names, Set<String> begun) {
        this.names = names;
        this.begun = begun;
    }

    /** The arguments, with the variables' other names. */
    List<Argument> inArguments(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> new Argument(argument.parameter(), in(argument.value()), argument.location()))
                .toList();
    }

    /** The expression, with the variables' other names. */
    Expression in(Expression expression) {
        if (names.isEmpty()) {
            return expression;
        }
        if (expression instanceof Expression.Variable variable) {
            String name = names.getOrDefault(variable.name(), variable.name());
            Expression renamed = new Expression.Variable(name, variable.origin(), variable.type());
            return begun.contains(variable.name()) ? result(renamed) : renamed;
        }
        if (expression instanceof Expression.FieldAccess access) {
            return new Expression.FieldAccess(in(access.target()), access.field(), access.type());
        }
        if (expression instanceof Expression.Size size) {
            return new Expression.Size(in(size.target()), size.type());
        }
        if (expression instanceof Expression.Construction construction) {
            return new Expression.Construction(inArguments(construction.arguments()), construction.type());
        }
        if (expression instanceof Expression.Template template) {
            return new Expression.Template(inAll(template.parts()), template.type());
        }
        if (expression instanceof Expression.ListOf list) {
            return new Expression.ListOf(inAll(list.elements()), list.type());
        }
        return inOperator(expression);
    }

    private static Expression result(Expression step) {
        Expression result = new Expression.FieldAccess(step, "result", step.type());
        // Java compares boxed numbers by identity.
        return JavaTypes.isPrimitive(step.type())
                ? new Expression.FieldAccess(result, JavaTypes.of(step.type()) + "Value", step.type())
                : result;
    }

    private Expression inOperator(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return new Expression.Binary(binary.operator(), in(binary.left()), in(binary.right()), binary.type());
        }
        if (expression instanceof Expression.Not not) {
            return new Expression.Not(in(not.operand()), not.type());
        }
        if (expression instanceof Expression.Negation negation) {
            return new Expression.Negation(in(negation.operand()), negation.type());
        }
        if (expression instanceof Expression.IsPresent present) {
            return new Expression.IsPresent(in(present.operand()), present.type());
        }
        if (expression instanceof Expression.Present present) {
            return new Expression.Present(in(present.value()), present.type());
        }
        if (expression instanceof Expression.Widened widened) {
            return new Expression.Widened(in(widened.value()), widened.type());
        }
        if (expression instanceof Expression.Narrowed narrowed) {
            return new Expression.Narrowed(in(narrowed.value()), narrowed.type());
        }
        if (expression instanceof Expression.FunctionCall call) {
            return new Expression.FunctionCall(call.function(), inArguments(call.arguments()), call.type());
        }
        return expression;
    }

    private List<Expression> inAll(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }
}
