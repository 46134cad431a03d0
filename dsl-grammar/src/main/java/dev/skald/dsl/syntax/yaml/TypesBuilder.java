package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.TypeName;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Builds records, enums, errors, and what is extern. */
final class TypesBuilder {

    private static final Keys FUNCTION = Keys.of("java", "input", "output");

    private final Values values;
    private final FieldsBuilder fields;

    TypesBuilder(Values values, FieldsBuilder fields) {
        this.values = values;
        this.fields = fields;
    }

    Optional<Declaration.Record> record(Entry entry) {
        Mapping body =
                values.body(entry, "record " + Mistakes.quoted(entry.key().text()));
        return Optional.of(new Declaration.Record(
                values.name(entry.key()), fields.fields(body), body.damaged(), entry.location()));
    }

    Optional<Declaration.BusinessError> error(Entry entry) {
        Mapping body = values.body(entry, "error " + Mistakes.quoted(entry.key().text()));
        return Optional.of(new Declaration.BusinessError(
                values.name(entry.key()), fields.fields(body), body.damaged(), entry.location()));
    }

    /** The enum; empty where its constants cannot be read. */
    Optional<Declaration.Enumeration> enumeration(Entry entry) {
        return values.present(entry)
                .flatMap(value -> values.sequence(
                        value, "enum " + Mistakes.quoted(entry.key().text())))
                .map(list -> new Declaration.Enumeration(
                        values.name(entry.key()),
                        list.items().stream()
                                .flatMap(item -> constant(item).stream())
                                .toList(),
                        entry.location()));
    }

    /** A type, where the value is the name of a Java class; a function, where it is a mapping. */
    Optional<Declaration> extern(Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            return function(entry, mapping);
        }
        return values.present(entry)
                .flatMap(value -> values.scalar(
                        value, "extern " + Mistakes.quoted(entry.key().text())))
                .map(java -> new Declaration.ExternType(
                        values.name(entry.key()), values.qualifiedName(java), entry.location()));
    }

    private Optional<Declaration> function(Entry entry, Mapping mapping) {
        String owner = "extern function " + Mistakes.quoted(entry.key().text());
        MappingReader reader = values.keys(mapping, owner, entry.key().location(), FUNCTION);
        reader.required("java");
        reader.required("output");
        Optional<List<Field>> input =
                reader.has("input") ? reader.mapping("input").map(fields::fields) : Optional.of(List.of());
        Optional<TypeName> output = fields.type(reader, "output");
        return reader.scalar("java")
                .flatMap(java -> input.map(parameters -> new Declaration.ExternFunction(
                        values.name(entry.key()),
                        values.qualifiedName(java),
                        parameters,
                        output.orElseGet(() -> new TypeName.Broken(entry.location())),
                        entry.location())));
    }

    private Optional<Name> constant(YamlNode item) {
        return values.scalar(item, "a constant of an enum").map((Scalar scalar) -> values.name(scalar));
    }
}
