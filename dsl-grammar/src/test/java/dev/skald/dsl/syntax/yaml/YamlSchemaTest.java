package dev.skald.dsl.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.yaml.EditorView.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the schema to the parser: an editor that has it complains where the compiler would, and knows the same keys.
 */
final class YamlSchemaTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/skald/dsl/syntax/yaml");
    private static final JsonNode SCHEMA = schema();
    private static final String DEFINITIONS = "#/$defs/";

    /** What is found in the structure of a file; everything else is about names, types and single characters. */
    private static final Set<DiagnosticId> STRUCTURE = Set.of(
            DiagnosticId.SYNTAX_MISSING,
            DiagnosticId.SYNTAX_UNKNOWN_KEY,
            DiagnosticId.SYNTAX_UNEXPECTED,
            DiagnosticId.SYNTAX_YAML,
            DiagnosticId.SYNTAX_YAML_QUOTE);

    /** Structure that a schema does not see: tags, which it never hears of, and what stands inside a single value. */
    private static final Pattern NOT_SEEN = Pattern.compile(".* is a tag of YAML, .*|there is no expression in this .*"
            + "|this does not belong to the type before it|a `[,>]` is missing here|.* takes no types in .*");

    /** Where each kind of mapping stands; the percent sign is the mapping, or what else it holds. */
    private static final Map<String, String> PLACES = places();

    @TestFactory
    Stream<DynamicTest> whatIsRightHasNoComplaint() {
        return Stream.of("examples/place-order", "valid/every-key", "valid/imports/orders", "valid/imports/refunds")
                .map(name -> dynamicTest(name, () -> {
                    String text = Resources.text(name + ".saga.yaml");

                    assertThat(Yaml.parse(text).diagnostics()).isEmpty();
                    assertThat(EditorView.of(text).orElseThrow().complaints()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> anEditorComplainsOnlyWhereTheCompilerDoes() {
        return eachDefinition((editor, findings) -> {
            Set<Integer> found = lines(findings);

            assertThat(editor.complaints())
                    .filteredOn(complaint -> !complaint.mayComeFromAnUnknownKey(editor.complaints()))
                    .allSatisfy(complaint ->
                            assertThat(found).as(complaint.toString()).contains(complaint.line()));
        });
    }

    @TestFactory
    Stream<DynamicTest> anEditorComplainsWhereverTheStructureIsWrong() {
        return eachDefinition((editor, findings) -> {
            Set<Integer> complaints =
                    editor.complaints().stream().map(Complaint::line).collect(Collectors.toSet());

            assertThat(findings)
                    .filteredOn(finding -> STRUCTURE.contains(finding.id()))
                    .filteredOn(finding -> !NOT_SEEN.matcher(finding.message()).matches())
                    .filteredOn(finding ->
                            !editor.isUnderAnUnknownKey(finding.location().line()))
                    .allSatisfy(finding -> assertThat(complaints)
                            .as(finding.message())
                            .contains(finding.location().line()));
        });
    }

    @Test
    void whatIsNoYamlIsRefusedByBoth() {
        assertThat(definitions())
                .filteredOn(file -> EditorView.of(Resources.text(file)).isEmpty())
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(compile(file)).isNotEmpty());
    }

    /** All words that the parser's sources have, and all keys of the schema, at each place of a mapping. */
    @TestFactory
    Stream<DynamicTest> theSchemaKnowsTheKeysThatTheParserKnowsAndNoOthers() throws IOException {
        Set<String> words = new TreeSet<>(wordsOfTheParser());
        words.addAll(keys(SCHEMA));
        assertThat(words).contains("onExhausted", "reconcile", "sensitive", "throws");
        return PLACES.entrySet().stream()
                .map(place -> dynamicTest(
                        place.getKey(),
                        () -> assertThat(words.stream()
                                        .filter(word -> parserKnows(place.getValue(), word))
                                        .toList())
                                .isNotEmpty()
                                .isEqualTo(words.stream()
                                        .filter(word -> schemaKnows(place.getValue(), word))
                                        .toList())));
    }

    @Test
    void everyMappingOfTheSchemaIsHeldToTheParser() {
        Set<String> mappings = new TreeSet<>();
        SCHEMA.get("$defs").properties().forEach(definition -> {
            if (definition.getValue().has("additionalProperties")
                    && definition.getValue().get("additionalProperties").isBoolean()) {
                mappings.add(definition.getKey());
            }
        });

        assertThat(PLACES.keySet()).containsAll(mappings);
    }

    @Test
    void everyKeyIsExplained() {
        assertThat(explanations(SCHEMA))
                .isNotEmpty()
                .allSatisfy(
                        (key, description) -> assertThat(description).as(key).matches("[A-Z`a-z].{10,}\\.|.*`\\."));
    }

    @Test
    void everyKeyIsInTheFileThatIsToHaveThemAll() {
        String text = Resources.text("valid/every-key.saga.yaml");

        assertThat(keys(SCHEMA)).allSatisfy(key -> assertThat(text).containsPattern("\\b" + key + ":"));
    }

    @Test
    void theSchemaIsTextOfLineFeeds() {
        assertThat(YamlSchema.text()).startsWith("{\n").endsWith("}\n").doesNotContain("\r");
    }

    private static Stream<DynamicTest> eachDefinition(BiConsumer<EditorView, List<Diagnostic>> check) {
        return definitions()
                .flatMap(file -> EditorView.of(Resources.text(file)).stream()
                        .map(editor ->
                                dynamicTest(file.getFileName().toString(), () -> check.accept(editor, compile(file)))));
    }

    private static Stream<Path> definitions() {
        return Resources.filesBelow("").stream().filter(file -> file.toString().endsWith(".yaml"));
    }

    private static List<Diagnostic> compile(Path file) {
        SourceFile source = new SourceFile(Yaml.FILE, Resources.text(file));
        return DefinitionCompiler.compile(List.of(new Result<>(source, List.of())))
                .diagnostics();
    }

    private static Set<Integer> lines(List<Diagnostic> findings) {
        return findings.stream().map(finding -> finding.location().line()).collect(Collectors.toSet());
    }

    private static boolean parserKnows(String place, String word) {
        return Yaml.parse(place.replace("%", word + ": x")).diagnostics().stream()
                .noneMatch(found -> found.id() == DiagnosticId.SYNTAX_UNKNOWN_KEY);
    }

    private static boolean schemaKnows(String place, String word) {
        return EditorView.of(place.replace("%", word + ": x")).orElseThrow().complaints().stream()
                .noneMatch(Complaint::isUnknownKey);
    }

    /** Every key of a mapping is a string in the sources of what reads it. */
    private static Set<String> wordsOfTheParser() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"([A-Za-z]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .map((MatchResult word) -> word.group(1))
                        .forEach(words::add);
            }
        }
        return words;
    }

    private static Set<String> keys(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        schema.findValues("properties").forEach(each -> each.properties().forEach(key -> keys.add(key.getKey())));
        return keys;
    }

    /** Each key of each mapping with its description, or that of the definition that it refers to. */
    private static Map<String, String> explanations(JsonNode schema) {
        Map<String, String> explanations = new LinkedHashMap<>();
        explain("file", schema, explanations);
        schema.get("$defs")
                .properties()
                .forEach(definition -> explain(definition.getKey(), definition.getValue(), explanations));
        return explanations;
    }

    private static void explain(String owner, JsonNode mapping, Map<String, String> explanations) {
        mapping.path("properties")
                .properties()
                .forEach(key -> explanations.put(owner + "." + key.getKey(), description(key.getValue())));
    }

    private static String description(JsonNode key) {
        if (key.has("description")) {
            return key.get("description").asText();
        }
        String reference = key.path("$ref").asText();
        assertThat(reference).as(key.toString()).startsWith(DEFINITIONS);
        return description(SCHEMA.at(reference.substring(1)));
    }

    private static Map<String, String> places() {
        String step = "sagas: { S: { steps: [ { call: a.b, ~ } ] } }";
        String statement = "sagas: { S: { steps: [ { ~ } ] } }";
        Map<String, String> places = new LinkedHashMap<>();
        places.put("file", "{ % }");
        places.put("participant", "participants: { p: { % } }");
        places.put("operation", "participants: { p: { operations: { o: { % } } } }");
        places.put("externFunction", "extern: { f: { % } }");
        places.put("field", "records: { R: { f: { % } } }");
        places.put("saga", "sagas: { S: { % } }");
        places.put("stateChange", "sagas: { S: { onStateChange: { % } } }");
        places.put("acceptance", "sagas: { S: { accept: [ { % } ] } }");
        places.put("defaults", "defaults: { % }");
        places.put("limits", "defaults: { compensation: { % } }");
        places.put("retry", "defaults: { retry: { % } }");
        places.put("beginning", statement.replace("~", "%"));
        places.put("step", statement.replace("~", "step: s, %").replace("step: s, step: x", "step: s"));
        places.put("moment", step.replace("~", "state: { % }"));
        places.put("probe", step.replace("~", "onUnknown: { % }"));
        places.put("compensation", step.replace("~", "compensate: { % }"));
        places.put("choice", statement.replace("~", "if: c, %"));
        places.put("branches", statement.replace("~", "parallel: [], %"));
        places.put("loop", statement.replace("~", "for: i, %"));
        places.put("event", statement.replace("~", "await: e, %"));
        places.put("timer", statement.replace("~", "wait: 1s, %"));
        places.put("run", statement.replace("~", "saga: S, %"));
        places.put("failure", statement.replace("~", "fail: E, %"));
        places.put("result", statement.replace("~", "return: r, %"));
        return places;
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(YamlSchema.text());
        } catch (IOException noJson) {
            throw new IllegalStateException(noJson);
        }
    }
}
