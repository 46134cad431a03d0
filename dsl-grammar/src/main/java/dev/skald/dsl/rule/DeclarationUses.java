package dev.skald.dsl.rule;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which declarations sagas and operations use, directly or through others. */
final class DeclarationUses {

    private final SagaModel model;
    private final Map<DeclaredName, List<Field>> fields = new HashMap<>();
    private final Set<DeclaredName> used = new HashSet<>();

    DeclarationUses(SagaModel model) {
        this.model = model;
        model.records().forEach(message -> fields.put(message.name(), message.fields()));
        model.errors().forEach(error -> fields.put(error.name(), error.fields()));
    }

    /** The names of all that is used. */
    Set<DeclaredName> all() {
        model.participants().stream()
                .flatMap(participant -> participant.operations().stream())
                .forEach(this::use);
        model.sagas().forEach(this::use);
        return used;
    }

    private void use(Operation operation) {
        use(operation.parameters());
        operation.output().ifPresent(this::use);
        operation.errors().forEach(this::useNamed);
    }

    private void use(Saga saga) {
        use(saga.input());
        saga.output().ifPresent(this::use);
        saga.id().ifPresent(this::use);
        saga.values().forEach(this::use);
        saga.statements().forEach(statement -> {
            if (statement instanceof Statement.Await await) {
                use(await.type());
            } else if (statement instanceof Statement.Fail fail) {
                useNamed(fail.error().name());
            }
        });
    }

    private void use(Expression expression) {
        use(expression.type());
        if (expression instanceof Expression.FunctionCall call
                && used.add(call.function().name())) {
            use(call.function().parameters());
            use(call.function().output());
        }
        Expressions.partsOf(expression).forEach(this::use);
    }

    private void use(List<Field> users) {
        users.forEach(field -> use(field.type()));
    }

    private void use(Type type) {
        if (type instanceof Type.ListType list) {
            use(list.element());
        } else if (type instanceof Type.MapType map) {
            use(map.value());
        } else if (type instanceof Type.OptionalType optional) {
            use(optional.inner());
        } else if (type instanceof Type.RecordType message) {
            useNamed(message.name());
        } else if (type instanceof Type.EnumType enumeration) {
            useNamed(enumeration.name());
        } else if (type instanceof Type.JavaType java) {
            useNamed(java.name());
        }
    }

    private void useNamed(DeclaredName name) {
        if (used.add(name)) {
            use(fields.getOrDefault(name, List.of()));
        }
    }
}
