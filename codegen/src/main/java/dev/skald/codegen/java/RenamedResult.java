package dev.skald.codegen.java;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import java.util.List;

/** Gives a step's result another name: an undo that uses it gets it as a parameter. */
final class RenamedResult {

    private final String step;
    private final String name;

    /** Of a step, within its own undo. */
    RenamedResult(String step, String name) {
        this.step = step;
        this.name = name;
    }

    /** The arguments, with the result's other name. */
    List<Argument> inArguments(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> new Argument(argument.parameter(), in(argument.value()), argument.location()))
                .toList();
    }

    private Expression in(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return in(variable);
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

    private Expression in(Expression.Variable variable) {
        boolean meant = variable.origin() == Expression.Variable.Origin.STEP
                && variable.name().equals(step);
        return meant ? new Expression.Variable(name, variable.origin(), variable.type()) : variable;
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
        return expression;
    }

    private List<Expression> inAll(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }
}
