package dev.skald.dsl.syntax.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A text as an editor sees it that knows nothing of sagas but the schema: YAML 1.2, checked against it. */
final class EditorView {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(YamlSchema.text(), InputFormat.JSON);

    private final Map<String, Lines> lines = new HashMap<>();
    private final List<Complaint> complaints;

    private EditorView(Optional<Node> root) {
        JsonNode json = root.map(node -> json(node, "")).orElse(JsonNodeFactory.instance.nullNode());
        this.complaints = SCHEMA.validate(json.toString(), InputFormat.JSON).stream()
                .map(this::complaint)
                .toList();
    }

    /** The view of a text; empty where it is no YAML at all, of which an editor complains without a schema. */
    static Optional<EditorView> of(String text) {
        try {
            return Optional.of(new EditorView(new Compose(SETTINGS).composeString(text)));
        } catch (YamlEngineException | NumberFormatException noYaml) {
            return Optional.empty();
        }
    }

    /** What does not match the schema. */
    List<Complaint> complaints() {
        return complaints;
    }

    /** Whether the line stands in the value of a key that the schema does not know, where it expects nothing. */
    boolean isUnderAnUnknownKey(int line) {
        return complaints.stream()
                .filter(Complaint::isUnknownKey)
                .map(complaint -> linesOf(complaint.place()))
                .anyMatch(span -> span.key < line && line <= span.last);
    }

    private Complaint complaint(Error error) {
        String owner = error.getInstanceLocation().toString();
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        String place = lines.containsKey(owner + property) ? owner + property : owner;
        return new Complaint(linesOf(place).key, place, owner, error.getKeyword(), error.getMessage());
    }

    private Lines linesOf(String place) {
        return Objects.requireNonNull(lines.get(place), place);
    }

    /** The value at {@code place}, a JSON pointer; remembers its lines. */
    private JsonNode json(Node node, String place) {
        lines.computeIfAbsent(place, key -> new Lines(line(node.getStartMark()), line(node.getEndMark())));
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                Node value = entry.getValueNode();
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(no word)";
                String below = place + "/" + key;
                lines.put(below, new Lines(line(entry.getKeyNode().getStartMark()), line(value.getEndMark())));
                object.set(key, json(value, below));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, place + "/" + array.size())));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.getTag().equals(Tag.NULL)) {
            return json.nullNode();
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return json.booleanNode(Boolean.parseBoolean(node.getValue()));
        }
        boolean isNumber = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        return isNumber && node.getValue().matches("[-+]?[0-9]+(\\.[0-9]+)?")
                ? json.numberNode(new BigDecimal(node.getValue()))
                : json.textNode(node.getValue());
    }

    private static int line(Optional<Mark> mark) {
        return mark.orElseThrow().getLine() + 1;
    }

    /**
     * Something that does not match the schema.
     *
     * @param line where the editor underlines it
     * @param place the JSON pointer of the value, or of the key
     * @param owner the JSON pointer of the value that was looked at
     * @param keyword which demand of the schema is not met
     */
    record Complaint(int line, String place, String owner, String keyword, String message) {

        boolean isUnknownKey() {
            return keyword.equals("additionalProperties");
        }

        /** The parser takes a key for the one that is nearly meant; then the schema misses that one as well. */
        boolean mayComeFromAnUnknownKey(List<Complaint> others) {
            return keyword.equals("required")
                    && others.stream().anyMatch(other -> other.isUnknownKey() && other.owner.equals(owner));
        }
    }

    /** The line of a value's key, or of the value's beginning, and the line of its end. */
    private record Lines(int key, int last) {}
}
