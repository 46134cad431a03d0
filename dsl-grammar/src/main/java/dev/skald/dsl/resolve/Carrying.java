package dev.skald.dsl.resolve;

import dev.skald.dsl.model.Expression.Variable;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Statement.Carried;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.resolve.Scope.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out which results of a statement's blocks are seen behind it, as definite assignment has it. */
final class Carrying {

    private static final String IN_SOME = "IfAny";
    private static final String OF_EACH = "OfEach";

    private final Scope scope;

    Carrying(Scope scope) {
        this.scope = scope;
    }

    /**
     * Behind blocks of which one is run: a {@code T} where all that go on have it, else a {@code T?}.
     *
     * @param blocks what each has bound; empty where the block never goes on
     */
    List<Carried> ofOne(List<Optional<Map<String, Binding>>> blocks) {
        List<Carried> carried = new ArrayList<>();
        Map<String, Binding> all = new LinkedHashMap<>();
        blocks.forEach(block -> block.ifPresent(bound -> bound.forEach(all::putIfAbsent)));
        all.forEach((name, first) -> {
            List<@Nullable Binding> each = new ArrayList<>();
            blocks.forEach(block -> each.add(block.map(bound -> bound.get(name)).orElse(null)));
            boolean inAll = blocks.stream()
                    .allMatch(
                            block -> block.map(bound -> bound.containsKey(name)).orElse(true));
            ofOne(first, each, inAll).ifPresent(carried::add);
        });
        return carried;
    }

    /** Behind a block that may not be run: a {@code T?}. */
    List<Carried> ofSome(Optional<Map<String, Binding>> block) {
        return block.stream()
                .flatMap(bound -> bound.values().stream())
                .flatMap(binding -> ofOne(binding, List.of(binding), false).stream())
                .toList();
    }

    /** Behind blocks that are all run: each result as it is. */
    List<Carried> ofAll(List<Map<String, Binding>> branches) {
        List<Carried> carried = new ArrayList<>();
        for (int index = 0; index < branches.size(); index++) {
            for (Binding binding : branches.get(index).values()) {
                scope.bind(binding);
                if (binding.use() == Use.FREE && binding.hasKnownType()) {
                    List<Optional<Variable>> from = new ArrayList<>();
                    for (int other = 0; other < branches.size(); other++) {
                        from.add(other == index ? Optional.of(binding.value()) : Optional.empty());
                    }
                    carried.add(new Carried(binding.variable(), binding.type().orElseThrow(), from));
                }
            }
        }
        return carried;
    }

    /** Behind a loop: a list of each result, in the order of the items. */
    List<Carried> ofEach(Map<String, Binding> body) {
        List<Carried> carried = new ArrayList<>();
        for (Binding binding : body.values()) {
            if (binding.use() != Use.FREE || !binding.hasKnownType()) {
                scope.bind(binding);
                continue;
            }
            Type type = new Type.ListType(binding.type().orElseThrow());
            String variable = scope.unique(binding.name().text() + OF_EACH);
            scope.bind(new Binding(binding.name(), variable, Origin.STEP, Optional.of(type), Use.FREE));
            carried.add(new Carried(variable, type, List.of(Optional.of(binding.value()))));
        }
        return carried;
    }

    private Optional<Carried> ofOne(Binding first, List<@Nullable Binding> each, boolean inAll) {
        List<Binding> there =
                each.stream().filter(Objects::nonNull).map(Binding.class::cast).toList();
        Optional<Binding> withoutValue =
                there.stream().filter(binding -> !binding.hasKnownType()).findFirst();
        if (withoutValue.isPresent()) {
            scope.bind(withoutValue.get());
            return Optional.empty();
        }
        Optional<Type> type = common(there, inAll);
        if (type.isEmpty()) {
            scope.bind(first.without(Use.CONFLICT));
            return Optional.empty();
        }
        String variable = isOne(there, type.get())
                ? first.variable()
                : scope.unique(first.name().text() + (type.get() instanceof Type.OptionalType ? IN_SOME : ""));
        scope.bind(new Binding(first.name(), variable, Origin.STEP, type, Use.FREE));
        List<Optional<Variable>> from = new ArrayList<>();
        each.forEach(binding -> from.add(Optional.ofNullable(binding).map(Binding::value)));
        return Optional.of(new Carried(variable, type.get(), from));
    }

    /** Whether all blocks have it in the same variable, and of the type that it has behind them. */
    private static boolean isOne(List<Binding> there, Type type) {
        return there.stream().map(Binding::value).distinct().count() == 1
                && there.get(0).value().type().equals(type);
    }

    /** The one type of all, made optional where some do not have it; empty where there is none. */
    private static Optional<Type> common(List<Binding> there, boolean inAll) {
        if (there.stream().anyMatch(binding -> binding.use() != Use.FREE)) {
            return Optional.empty();
        }
        List<Type> types =
                there.stream().map(binding -> binding.value().type()).distinct().toList();
        List<Type> plain = types.stream().map(Types::withoutOptional).distinct().toList();
        if (plain.size() > 1) {
            return Optional.empty();
        }
        return types.size() == 1 && inAll
                ? Optional.of(types.get(0))
                : Optional.of(new Type.OptionalType(plain.get(0)));
    }
}
