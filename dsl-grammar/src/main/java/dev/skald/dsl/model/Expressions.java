package dev.skald.dsl.model;

import java.util.stream.Stream;

/** What expressions are made of. */
public final class Expressions {

    private Expressions() {}

    /** An expression and all that it is made of, each before its own parts. */
    public static Stream<Expression> allIn(Expression expression) {
        return Stream.concat(Stream.of(expression), partsOf(expression).flatMap(Expressions::allIn));
    }

    /** The variables that an expression uses, one for each place where it does. */
    public static Stream<Expression.Variable> variablesIn(Expression expression) {
        return allIn(expression).filter(Expression.Variable.class::isInstance).map(Expression.Variable.class::cast);
    }

    /** The expressions directly within another. */
    public static Stream<Expression> partsOf(Expression expression) {
        if (expression instanceof Expression.FieldAccess access) {
            return Stream.of(access.target());
        }
        if (expression instanceof Expression.Size size) {
            return Stream.of(size.target());
        }
        if (expression instanceof Expression.Narrowed narrowed) {
            return Stream.of(narrowed.value());
        }
        if (expression instanceof Expression.FunctionCall call) {
            return call.arguments().stream().map(Argument::value);
        }
        if (expression instanceof Expression.Present present) {
            return Stream.of(present.value());
        }
        if (expression instanceof Expression.Widened widened) {
            return Stream.of(widened.value());
        }
        if (expression instanceof Expression.ListOf list) {
            return list.elements().stream();
        }
        if (expression instanceof Expression.Construction construction) {
            return construction.arguments().stream().map(Argument::value);
        }
        if (expression instanceof Expression.Template template) {
            return template.parts().stream();
        }
        if (expression instanceof Expression.Binary binary) {
            return Stream.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.Not not) {
            return Stream.of(not.operand());
        }
        if (expression instanceof Expression.Negation negation) {
            return Stream.of(negation.operand());
        }
        if (expression instanceof Expression.IsPresent isPresent) {
            return Stream.of(isPresent.operand());
        }
        return Stream.empty();
    }
}
