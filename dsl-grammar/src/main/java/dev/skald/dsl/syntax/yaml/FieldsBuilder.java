package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.TypeName;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Builds fields and parameters, {@code name: type} each, and types. What cannot be read keeps its name and is broken.
 */
final class FieldsBuilder {

    private static final Keys KEYS = Keys.of("type", "sensitive");

    private final Values values;
    private final Diagnostics diagnostics;

    FieldsBuilder(Values values, Diagnostics diagnostics) {
        this.values = values;
        this.diagnostics = diagnostics;
    }

    List<Field> fields(Mapping mapping) {
        return mapping.entries().stream().map(this::field).toList();
    }

    /** The type under a key; empty where the key is not there. */
    Optional<TypeName> type(MappingReader reader, String key) {
        return reader.entry(key)
                .map(entry ->
                        reader.scalar(key).map(this::type).orElseGet(() -> new TypeName.Broken(entry.location())));
    }

    private Field field(Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            String owner = "the field " + Mistakes.quoted(entry.key().text());
            MappingReader reader = values.keys(mapping, owner, entry.key().location(), KEYS);
            reader.required("type");
            TypeName type = type(reader, "type").orElseGet(() -> new TypeName.Broken(mapping.location()));
            return field(entry, type, reader.flag("sensitive"));
        }
        if (entry.value() instanceof Scalar scalar && scalar.isMissing()) {
            diagnostics.report(Mistakes.noValue(entry.key()).withHelp("it has a type, such as `string`"));
            return field(entry, new TypeName.Broken(entry.key().location()), false);
        }
        TypeName type = values.scalar(
                        entry.value(),
                        "the type of " + Mistakes.quoted(entry.key().text()))
                .map(this::type)
                .orElseGet(() -> new TypeName.Broken(entry.value().location()));
        return field(entry, type, false);
    }

    private Field field(Entry entry, TypeName type, boolean sensitive) {
        return new Field(values.name(entry.key()), type, sensitive, entry.location());
    }

    private TypeName type(Scalar scalar) {
        return new TypeNameParser(scalar, values, diagnostics).parse();
    }
}
