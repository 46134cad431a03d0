package dev.skald.dsl.resolve;

import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.syntax.tree.Expression;
import java.util.HashSet;
import java.util.Set;

/** Finds the optionals that are known to be there once a condition's value is known. */
final class Presence {

    private Presence() {}

    /** The paths, such as {@code order.coupon}, that are there if the condition is {@code value}. */
    static Set<String> when(Expression condition, boolean value) {
        if (condition instanceof Expression.IsPresent isPresent) {
            return value && isPresent.operand() instanceof Expression.Path path
                    ? Set.of(path.name().text())
                    : Set.of();
        }
        if (condition instanceof Expression.Not not) {
            return when(not.operand(), !value);
        }
        if (condition instanceof Expression.Binary binary && binary.operator() == whereBothHold(value)) {
            Set<String> both = new HashSet<>(when(binary.left(), value));
            both.addAll(when(binary.right(), value));
            return both;
        }
        return Set.of();
    }

    /** The paths that are there when the right operand is asked for. */
    static Set<String> onTheRight(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND -> when(binary.left(), true);
            case OR -> when(binary.left(), false);
            default -> Set.of();
        };
    }

    private static BinaryOperator whereBothHold(boolean value) {
        return value ? BinaryOperator.AND : BinaryOperator.OR;
    }
}
