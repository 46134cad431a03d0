package dev.skald.codegen.java;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.List;

/**
 * Finds sagas whose code would not fit: Java allows 64 KiB to a method and to a text, and 64 Ki constants to a class.
 * The bounds are a little narrower than Java's own, and far wider than what people write.
 */
final class SagaSizes {

    /** Variables, constants and operators, in the one method that makes the arguments of a call, or the result. */
    private static final int MOST_VALUES_OF_A_CALL = 2000;

    private static final int MOST_VALUES_OF_A_SAGA = 15_000;

    /** In the method of the flow: what a step takes, and each variable that one of its calls uses, in bytes at most. */
    private static final int BYTES_OF_A_STEP = 40;

    /** An earlier step that a step waits for where it begins beside others. */
    private static final int BYTES_OF_A_WAIT = 8;

    private static final int BYTES_OF_A_VARIABLE = 4;
    private static final int BYTES_OF_A_VALUE = 16;

    /** A result that is handed on, in each block that does so. */
    private static final int BYTES_OF_A_RESULT = 16;

    private static final int MOST_BYTES_OF_A_METHOD = 65_000;
    private static final int MOST_BYTES_OF_A_TEXT = 65_534;

    private final Diagnostics diagnostics;

    SagaSizes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(Saga saga) {
        saga.calls().forEach(this::checkCall);
        saga.statements()
                .filter(SagaSizes::isInFlow)
                .forEach(statement -> checkValues(words(statement), values(statement), statement.location()));
        saga.id().ifPresent(id -> checkValues("the id", List.of(id), saga.location()));
        String name = "saga `" + saga.name().simpleName() + "`";
        long values = saga.values().mapToLong(SagaSizes::values).sum();
        if (values > MOST_VALUES_OF_A_SAGA) {
            diagnostics.report(JavaLimits.exceeded(
                    saga.location(),
                    name + " has " + values + " values and operators, and a class of Java holds "
                            + MOST_VALUES_OF_A_SAGA));
        } else if (bytesOfFlow(saga) > MOST_BYTES_OF_A_METHOD) {
            diagnostics.report(JavaLimits.exceeded(
                            saga.location(),
                            name + " is too large for one method of Java: its steps use too many values")
                    .withHelp("pass records instead of their single fields, or split the saga"));
        }
    }

    private void checkCall(Call call) {
        String name = "`" + call.participant().name().simpleName() + "."
                + call.operation().name() + "`";
        checkValues("the call of " + name, call.values().toList(), call.location());
    }

    private void checkValues(String owner, List<Expression> expressions, SourceLocation location) {
        long values = expressions.stream().mapToLong(SagaSizes::values).sum();
        if (values > MOST_VALUES_OF_A_CALL) {
            diagnostics.report(JavaLimits.exceeded(
                    location,
                    owner + " has " + values + " values and operators, and a method of Java holds "
                            + MOST_VALUES_OF_A_CALL));
        }
        if (expressions.stream().flatMap(Expressions::allIn).anyMatch(SagaSizes::isTooLong)) {
            diagnostics.report(JavaLimits.exceeded(
                    location, "a text in " + owner + " is longer than 64 KiB, the most that Java holds"));
        }
    }

    private static long bytesOfFlow(Saga saga) {
        long variables = saga.calls().mapToLong(SagaSizes::variables).sum();
        long computed = saga.statements()
                .filter(SagaSizes::isInFlow)
                .flatMap(statement -> values(statement).stream())
                .mapToLong(SagaSizes::values)
                .sum();
        long carried = saga.statements()
                .flatMap(statement -> Statements.carriedBy(statement).stream())
                .mapToLong(result -> 1 + result.from().size())
                .sum();
        long waits = saga.steps().stream()
                .filter(step -> saga.isAsync())
                .mapToLong(step -> Statements.neededBy(step).size())
                .sum();
        return saga.statements().count() * BYTES_OF_A_STEP
                + waits * BYTES_OF_A_WAIT
                + carried * BYTES_OF_A_RESULT
                + variables * BYTES_OF_A_VARIABLE
                + computed * BYTES_OF_A_VALUE;
    }

    /** How many variables a call uses. */
    private static long variables(Call call) {
        return call.values()
                .flatMap(Expressions::variablesIn)
                .map(Expression.Variable::name)
                .distinct()
                .count();
    }

    /** Whether the constant parts of a text, which Java keeps as one, are too long together. */
    private static boolean isTooLong(Expression expression) {
        if (expression instanceof Expression.Template template) {
            return template.parts().stream().mapToLong(part -> 1 + bytes(part)).sum() > MOST_BYTES_OF_A_TEXT;
        }
        return bytes(expression) > MOST_BYTES_OF_A_TEXT;
    }

    private static long bytes(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof String text
                ? text.chars().mapToLong(SagaSizes::bytes).sum()
                : 0;
    }

    /** As class files write characters: those beyond U+FFFF by halves, and never a zero. */
    private static long bytes(int character) {
        if (character == 0 || character > 0x7FF) {
            return character == 0 ? 2 : 3;
        }
        return character > 0x7F ? 2 : 1;
    }

    private static long values(Expression expression) {
        return Expressions.allIn(expression).count();
    }

    /** Whether its values are computed in the flow itself; those of a step are in methods of their own. */
    private static boolean isInFlow(Statement statement) {
        return !(statement instanceof Step);
    }

    private static List<Expression> values(Statement statement) {
        return Statements.valuesOf(statement).toList();
    }

    private static String words(Statement statement) {
        if (statement instanceof Statement.Return) {
            return "the result";
        }
        return statement instanceof Statement.If ? "the condition" : "this statement";
    }
}
