package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Type;
import java.util.List;
import java.util.stream.Stream;

/** A saga's id is seen by everybody: in lists, in links and in logs. What is sensitive has no place in it. */
final class SensitiveId implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.id().stream()
                .flatMap(Expressions::allIn)
                .flatMap(value -> fields(value, saga, model))
                .filter(Field::sensitive)
                .findFirst()
                .ifPresent(field -> diagnostics.report(Diagnostic.of(
                                DiagnosticId.DATA_SENSITIVE_ID,
                                saga.places().id().orElse(saga.location()),
                                "the id of saga `" + saga.name().simpleName() + "` shows `" + field.name()
                                        + "`, which is sensitive: ids are seen in lists, links and logs")
                        .withHelp("identify it by something else, such as a number of its own")
                        .withNote("declared here", field.location())));
    }

    /** The field or parameter that a value is, where it is one. */
    private static Stream<Field> fields(Expression value, Saga saga, SagaModel model) {
        if (value instanceof Expression.Variable variable) {
            return named(saga.input(), variable.name());
        }
        if (value instanceof Expression.FieldAccess access && access.target().type() instanceof Type.RecordType type) {
            return model.records().stream()
                    .filter(message -> message.name().equals(type.name()))
                    .flatMap(message -> named(message.fields(), access.field()));
        }
        return Stream.empty();
    }

    private static Stream<Field> named(List<Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name));
    }
}
