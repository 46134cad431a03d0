package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** Builds {@code accept}: the findings that somebody accepts, each with the reason. */
final class AcceptanceBuilder {

    private static final Keys KEYS = Keys.of("rule", "because");

    private final Values values;

    AcceptanceBuilder(Values values) {
        this.values = values;
    }

    List<Acceptance> acceptances(MappingReader owner) {
        return owner.sequence("accept").stream()
                .flatMap(sequence -> sequence.items().stream())
                .flatMap(item -> values.mapping(item, "an entry of `accept`").stream())
                .flatMap(mapping -> acceptance(mapping).stream())
                .toList();
    }

    private Optional<Acceptance> acceptance(Mapping mapping) {
        MappingReader reader = values.keys(mapping, "an entry of `accept`", KEYS);
        reader.required("rule");
        return reader.name("rule").map(rule -> new Acceptance(rule, reader.text("because"), mapping.location()));
    }
}
