package dev.skald.codegen.interpret;

import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.model.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is so in one run of a saga: which conditions hold, how long its lists are, which events do not come in time.
 * Conditions and lists are called by their paths, such as {@code order.items}, or {@code order.note is present}.
 * Whether a result is there follows from what is done.
 *
 * @param holding the conditions that hold; the others do not
 * @param sizes how long each list is; one that is not here has one element
 * @param missing the events that do not come in time
 */
public record Facts(Set<String> holding, Map<String, Integer> sizes, Set<String> missing) {

    /** Nothing holds, lists have one element, and all events come. */
    public static final Facts NONE = new Facts(Set.of(), Map.of(), Set.of());

    public Facts {
        holding = Set.copyOf(holding);
        sizes = Map.copyOf(sizes);
        missing = Set.copyOf(missing);
    }

    /** These facts, but that the condition holds. */
    public Facts where(String condition) {
        return new Facts(and(holding, condition), sizes, missing);
    }

    /** These facts, but that the list is that long. */
    public Facts where(String list, int size) {
        Map<String, Integer> more = new HashMap<>(sizes);
        more.put(list, size);
        return new Facts(holding, more, missing);
    }

    /** These facts, but that the event does not come in time. */
    public Facts without(String event) {
        return new Facts(holding, sizes, and(missing, event));
    }

    /**
     * Whether a condition holds.
     *
     * @param results whether a result is there
     */
    boolean hold(Expression condition, Predicate<String> results) {
        if (condition instanceof Expression.Not not) {
            return !hold(not.operand(), results);
        }
        if (condition instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND) {
            return hold(binary.left(), results) && hold(binary.right(), results);
        }
        if (condition instanceof Expression.Binary binary && binary.operator() == BinaryOperator.OR) {
            return hold(binary.left(), results) || hold(binary.right(), results);
        }
        if (condition instanceof Expression.IsPresent present
                && present.operand() instanceof Expression.Variable variable
                && variable.origin() == Expression.Variable.Origin.STEP) {
            return results.test(variable.name());
        }
        return holding.contains(words(condition));
    }

    /** How long a list is. */
    int size(Expression list) {
        return sizes.getOrDefault(words(list), 1);
    }

    /** A condition or list as facts call it. */
    static String words(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return variable.name();
        }
        if (expression instanceof Expression.FieldAccess access) {
            return words(access.target()) + "." + access.field();
        }
        if (expression instanceof Expression.Narrowed narrowed) {
            return words(narrowed.value());
        }
        if (expression instanceof Expression.IsPresent present) {
            return words(present.operand()) + " is present";
        }
        throw new IllegalArgumentException("scripts know conditions and lists by their paths only: " + expression);
    }

    private static Set<String> and(Set<String> set, String element) {
        Set<String> more = new HashSet<>(set);
        more.add(element);
        return more;
    }
}
