package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds sagas: what goes in, what comes out, the header, and the body with the {@code return} at its end. */
final class SagaBuilder {

    private static final Keys KEYS = Keys.of(
                    "input",
                    "output",
                    "pattern",
                    "communication",
                    "consistency",
                    "coordination",
                    "version",
                    "id",
                    "deadline",
                    "queue",
                    "description",
                    "defaults",
                    "onStateChange",
                    "accept",
                    "steps",
                    "return")
            .reserving("on", "via", "publishes", "locks", "writes");
    private static final Keys STATE_CHANGE = Keys.of("call", "with");

    private final Values values;
    private final FieldsBuilder fields;
    private final ExpressionBuilder expressions;
    private final CallBuilder calls;
    private final LimitsBuilder limits;
    private final Diagnostics diagnostics;

    SagaBuilder(
            Values values,
            FieldsBuilder fields,
            ExpressionBuilder expressions,
            LimitsBuilder limits,
            Diagnostics diagnostics) {
        this.values = values;
        this.fields = fields;
        this.expressions = expressions;
        this.calls = new CallBuilder(values, expressions, diagnostics);
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /** The saga of an entry of {@code sagas}. */
    Optional<Declaration.Saga> saga(Entry entry) {
        MappingReader reader = values.body(entry, "saga", KEYS);
        StatementBuilder statements = new StatementBuilder(
                values, fields, expressions, calls, new StepBuilder(values, calls, limits, diagnostics));
        Optional<List<Field>> input = reader.mapping("input").map(fields::fields);
        boolean inputLost = reader.has("input") && input.isEmpty();
        List<Statement> body = new ArrayList<>(statements.requiredBlock(reader, "steps"));
        statements.result(reader).ifPresent(body::add);
        return Optional.of(new Declaration.Saga(
                values.name(entry.key()),
                input.orElse(List.of()),
                fields.type(reader, "output"),
                header(reader),
                body,
                statements.incomplete() || reader.isStrange() || inputLost,
                entry.location()));
    }

    private SagaHeader header(MappingReader reader) {
        return new SagaHeader(
                reader.name("communication"),
                reader.name("consistency"),
                reader.name("coordination"),
                reader.name("pattern"),
                reader.wholeNumber("version"),
                reader.value("id").map(expressions::expression),
                reader.duration("deadline"),
                reader.text("queue"),
                reader.text("description"),
                limits.defaults(reader),
                reader.mapping("onStateChange")
                        .flatMap(mapping -> calls.call(values.keys(mapping, "`onStateChange`", STATE_CHANGE), "call")),
                new AcceptanceBuilder(values).acceptances(reader),
                reader.reserved());
    }
}
