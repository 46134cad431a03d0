package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds the whole file: its package and imports, and one section after the other. */
final class FileBuilder {

    private static final Keys KEYS = Keys.of(
                    "package", "imports", "defaults", "records", "enums", "errors", "extern", "participants", "sagas")
            .reserving("projection", "projections", "reconcile");
    private static final String ALL = ".*";

    private final SourceFile source;
    private final Values values;
    private final LimitsBuilder limits;
    private final TypesBuilder types;
    private final ParticipantBuilder participants;
    private final SagaBuilder sagas;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private boolean incomplete;

    FileBuilder(SourceFile source, ExpressionParser parser, Diagnostics diagnostics) {
        this.source = source;
        this.values = new Values(diagnostics);
        this.limits = new LimitsBuilder(values, diagnostics);
        FieldsBuilder fields = new FieldsBuilder(values, diagnostics);
        this.types = new TypesBuilder(values, fields);
        this.participants = new ParticipantBuilder(values, fields, limits);
        this.sagas = new SagaBuilder(
                values, fields, new ExpressionBuilder(parser, values, diagnostics), limits, diagnostics);
    }

    /** The file whose content is {@code root}. */
    DefinitionFile file(YamlNode root) {
        return values.mapping(root, "a definition file").map(this::file).orElseGet(() -> unreadable(source));
    }

    /** A file of which nothing is known but that it could not be read. */
    static DefinitionFile unreadable(SourceFile source) {
        return new DefinitionFile(source, Optional.empty(), List.of(), Optional.empty(), List.of(), true);
    }

    private DefinitionFile file(Mapping root) {
        MappingReader reader = values.keys(root, "a definition file", KEYS);
        reader.keys().forEach(key -> section(reader, key));
        reader.reserved().forEach(word -> declarations.add(new Declaration.Reserved(word, word.location())));
        return new DefinitionFile(
                source,
                reader.scalar("package").map(values::qualifiedName),
                imports,
                limits.defaults(reader),
                declarations,
                incomplete || reader.isStrange());
    }

    private void section(MappingReader reader, String key) {
        switch (key) {
            case "imports" -> imports(reader);
            case "records" -> declarations(reader, key, types::record);
            case "enums" -> declarations(reader, key, types::enumeration);
            case "errors" -> declarations(reader, key, types::error);
            case "extern" -> declarations(reader, key, types::extern);
            case "participants" -> declarations(reader, key, participants::participant);
            case "sagas" -> declarations(reader, key, sagas::saga);
            default -> {
                // Neither imports nor declarations: read where the file is put together.
            }
        }
    }

    private void declarations(
            MappingReader reader, String section, Function<Entry, Optional<? extends Declaration>> builder) {
        Optional<Mapping> entries = reader.mapping(section);
        incomplete |= entries.map(Mapping::damaged).orElse(true);
        for (Entry entry : entries.map(Mapping::entries).orElse(List.of())) {
            Optional<? extends Declaration> declaration = builder.apply(entry);
            declaration.ifPresentOrElse(declarations::add, () -> incomplete = true);
        }
    }

    private void imports(MappingReader reader) {
        Optional<Sequence> list = reader.sequence("imports");
        incomplete |= list.isEmpty();
        for (YamlNode item : list.map(Sequence::items).orElse(List.of())) {
            Optional<Scalar> name = values.scalar(item, "an entry of `imports`");
            name.map(this::imported).ifPresentOrElse(imports::add, () -> incomplete = true);
        }
    }

    private Import imported(Scalar scalar) {
        boolean all = scalar.text().endsWith(ALL);
        int end = scalar.text().length() - (all ? ALL.length() : 0);
        return new Import(values.qualifiedName(scalar, 0, end), all);
    }
}
