package dev.skald.dsl.resolve;

import dev.skald.dsl.model.Expression.Variable;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a saga binds, each with what is known of it. */
final class Scope {

    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final boolean lenient;

    /**
     * An empty scope.
     *
     * @param lenient whether a statement could not be read, so that a missing name may be no mistake
     */
    Scope(boolean lenient) {
        this.lenient = lenient;
    }

    /** Binds a name; answers the earlier binding where the name is taken, which then stays. */
    Optional<Binding> bind(Binding binding) {
        return Optional.ofNullable(bindings.putIfAbsent(binding.name().text(), binding));
    }

    /** From now on the results of that step are there to be used. */
    void reached(String step) {
        bindings.computeIfPresent(step, (name, binding) -> binding.asReached());
    }

    Optional<Binding> find(String name) {
        return Optional.ofNullable(bindings.get(name));
    }

    Collection<String> names() {
        return bindings.keySet();
    }

    boolean lenient() {
        return lenient;
    }

    /**
     * What a name is bound to.
     *
     * @param name the name, where it was bound
     * @param origin what binds it
     * @param type of its value; empty for a step that returns nothing
     * @param reached whether it is bound before the place that is being resolved
     */
    record Binding(Name name, Variable.Origin origin, Optional<Type> type, boolean reached) {

        private Binding asReached() {
            return new Binding(name, origin, type, true);
        }
    }
}
