package dev.skald.dsl.resolve;

import dev.skald.dsl.model.Expression.Variable;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Name;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a saga binds, block within block, and what is known of each at the place that is being resolved. */
final class Scope {

    private final Map<String, Name> anywhere;
    private final boolean lenient;
    private final Set<String> variables = new HashSet<>();
    private final Deque<Block> blocks = new ArrayDeque<>();

    /**
     * A scope with nothing in it.
     *
     * @param anywhere every name that the saga's body binds, with its first place
     * @param lenient whether a statement could not be read, so that a missing name may be no mistake
     */
    Scope(Map<String, Name> anywhere, boolean lenient) {
        this.anywhere = Collections.unmodifiableMap(new LinkedHashMap<>(anywhere));
        this.lenient = lenient;
        variables.addAll(anywhere.keySet());
        blocks.push(new Block(Map.of(), Set.of()));
    }

    /** Begins a block; what is bound from now on is bound within it. */
    void enter() {
        blocks.push(new Block(current().visible, current().present));
    }

    /** Ends a block; answers what was bound in it. */
    Map<String, Binding> leave() {
        return blocks.pop().bound;
    }

    /** Binds a name; answers the earlier binding where the name is taken, which then stays. */
    Optional<Binding> bind(Binding binding) {
        Optional<Binding> earlier = find(binding.name().text());
        if (earlier.isEmpty()) {
            variables.add(binding.variable());
            current().put(binding);
        }
        return earlier;
    }

    /** What the name is bound to here. */
    Optional<Binding> find(String name) {
        return Optional.ofNullable(current().visible.get(name));
    }

    /** Where a name is bound that is not bound here. */
    Optional<Name> elsewhere(String name) {
        return Optional.ofNullable(anywhere.get(name));
    }

    /** A variable's name that no other has. */
    String unique(String wanted) {
        String name = wanted;
        for (int number = 2; variables.contains(name); number++) {
            name = wanted + number;
        }
        variables.add(name);
        return name;
    }

    /** From here to the end of the block these optionals are known to be there. */
    void present(Set<String> paths) {
        current().present.addAll(paths);
    }

    /** Whether the optional of that path is known to be there. */
    boolean isPresent(String path) {
        return current().present.contains(path);
    }

    Collection<String> names() {
        return current().visible.keySet();
    }

    boolean lenient() {
        return lenient;
    }

    private Block current() {
        return blocks.element();
    }

    /** One block, with all that is seen in it. */
    private static final class Block {

        private final Map<String, Binding> visible;
        private final Map<String, Binding> bound = new LinkedHashMap<>();
        private final Set<String> present;

        Block(Map<String, Binding> visible, Set<String> present) {
            this.visible = new LinkedHashMap<>(visible);
            this.present = new HashSet<>(present);
        }

        void put(Binding binding) {
            visible.put(binding.name().text(), binding);
            bound.put(binding.name().text(), binding);
        }
    }

    /**
     * What a name is bound to.
     *
     * @param name the name, where it was bound
     * @param variable what holds its value
     * @param origin what binds it
     * @param type of its value; empty for a step that returns nothing
     * @param use whether it can be used
     */
    record Binding(Name name, String variable, Origin origin, Optional<Type> type, Use use) {

        /** Of what can be used. */
        static Binding of(Name name, Origin origin, Optional<Type> type) {
            return new Binding(name, name.text(), origin, type, Use.FREE);
        }

        /** This name, that cannot be used for that reason. */
        Binding without(Use reason) {
            return new Binding(name, variable, origin, type, reason);
        }

        /** The variable; a binding that has no type has none. */
        Variable value() {
            return new Variable(variable, origin, type.orElseThrow());
        }

        /** Whether a value is carried out of the block that has bound it. */
        boolean hasKnownType() {
            return type.filter(known -> !Conversions.isUnknown(known)).isPresent();
        }
    }

    /** Whether a name that is bound can be used. */
    enum Use {
        /** It can. */
        FREE,
        /** It is bound in a branch that runs at the same time. */
        SISTER,
        /** It is bound in several branches, to values of different types. */
        CONFLICT
    }
}
