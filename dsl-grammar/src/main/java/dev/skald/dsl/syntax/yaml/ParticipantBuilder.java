package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds participants and what they can be asked for. */
final class ParticipantBuilder {

    private static final Keys PARTICIPANT =
            Keys.of("queue", "near", "defaults", "operations").reserving("via", "publishes", "locks", "writes");
    private static final Keys OPERATION = Keys.of("input", "output", "errors", "irreversible", "as")
            .reserving("via", "publishes", "locks", "writes")
            .explaining(Map.of(
                    "throws", "the errors of an operation are listed as `errors`",
                    "returns", "what an operation returns is its `output`",
                    "parameters", "the parameters of an operation are its `input`",
                    "arguments", "the parameters of an operation are its `input`"));

    private final Values values;
    private final FieldsBuilder fields;
    private final LimitsBuilder limits;

    ParticipantBuilder(Values values, FieldsBuilder fields, LimitsBuilder limits) {
        this.values = values;
        this.fields = fields;
        this.limits = limits;
    }

    /** The participant of an entry of {@code participants}. */
    Optional<Declaration.Participant> participant(Entry entry) {
        MappingReader reader = values.body(entry, "participant", PARTICIPANT);
        reader.required("operations");
        Optional<Mapping> entries = reader.mapping("operations");
        List<Operation> operations = new ArrayList<>();
        entries.ifPresent(list -> list.entries().forEach(each -> operation(each).ifPresent(operations::add)));
        boolean complete = entries.isPresent()
                && !entries.get().damaged()
                && operations.size() == entries.get().entries().size();
        return Optional.of(new Declaration.Participant(
                values.name(entry.key()),
                reader.text("queue"),
                reader.flag("near"),
                limits.defaults(reader),
                operations,
                !complete,
                reader.reserved(),
                entry.location()));
    }

    /** The operation; empty where its input cannot be read, since every call of it would look wrong. */
    private Optional<Operation> operation(Entry entry) {
        MappingReader reader = values.body(entry, "operation", OPERATION);
        Operation operation = new Operation(
                values.name(entry.key()),
                reader.mapping("input").map(fields::fields).orElse(List.of()),
                fields.type(reader, "output"),
                errors(reader),
                reader.flag("irreversible"),
                reader.text("as"),
                reader.reserved(),
                entry.location());
        return isReadable(reader) ? Optional.of(operation) : Optional.empty();
    }

    private static boolean isReadable(MappingReader reader) {
        return reader.has("input") ? reader.value("input").orElse(null) instanceof Mapping : !reader.isStrange();
    }

    private List<QualifiedName> errors(MappingReader reader) {
        return reader.sequence("errors").stream()
                .flatMap(list -> list.items().stream())
                .flatMap(item -> values.scalar(item, "an entry of `errors`").stream())
                .map(values::qualifiedName)
                .toList();
    }
}
