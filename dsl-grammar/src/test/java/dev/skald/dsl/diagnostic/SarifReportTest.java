package dev.skald.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.skald.dsl.DefinitionCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the SARIF log says of findings; that it is SARIF at all is held against the schema of SARIF 2.1.0. */
final class SarifReportTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Schema SCHEMA = schema();
    private static final SourceLocation HERE = new SourceLocation("src/main/saga/a.saga", 3, 5, 4, 9);
    private static final Diagnostic FINDING = Diagnostic.of(DiagnosticId.NAME_UNKNOWN, HERE, "`x` is not declared");

    @Test
    void noFindingIsAResultToo() throws IOException {
        JsonNode run = run();

        assertThat(run.get("results").isArray()).isTrue();
        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Skald");
        assertThat(run.at("/tool/driver/version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void aFindingIsToldWithItsPlaceItsFactsAndItsHelp() throws IOException {
        Diagnostic finding = FINDING.withNote("a fact")
                .withNote("declared here", new SourceLocation("src/main/saga/b.saga", 1, 2, 1, 4))
                .withHelp("write `y`");

        assertThat(run(finding).get("results")).isEqualTo(json("""
                [ {
                  "ruleId": "name.unknown",
                  "level": "error",
                  "message": { "text": "`x` is not declared\\nnote: a fact\\nhelp: write `y`" },
                  "locations": [ {
                    "physicalLocation": {
                      "artifactLocation": { "uri": "src/main/saga/a.saga", "uriBaseId": "%SRCROOT%" },
                      "region": { "startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 9 }
                    }
                  } ],
                  "relatedLocations": [ {
                    "physicalLocation": {
                      "artifactLocation": { "uri": "src/main/saga/b.saga", "uriBaseId": "%SRCROOT%" },
                      "region": { "startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4 }
                    },
                    "message": { "text": "declared here" }
                  } ]
                } ]
                """));
    }

    @Test
    void whatIsAcceptedIsSuppressedInTheSourceWithTheReasonAndTheRestIsNot() throws IOException {
        SourceLocation clause = new SourceLocation("src/main/saga/a.saga", 1, 8, 1, 20);
        Accepted accepted = new Accepted(FINDING, "we know {this}", clause);

        String report = SarifReport.of(List.of(FINDING), List.of(accepted), "1.2.3");

        assertThat(errors(report)).isEmpty();
        JsonNode results = json(report).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.at("/0/suppressions")).isEqualTo(json("[]"));
        assertThat(results.at("/1/ruleId").asText()).isEqualTo("name.unknown");
        assertThat(results.at("/1/suppressions")).isEqualTo(json("""
                [ {
                  "kind": "inSource",
                  "justification": "we know {this}",
                  "location": {
                    "physicalLocation": {
                      "artifactLocation": { "uri": "src/main/saga/a.saga", "uriBaseId": "%SRCROOT%" },
                      "region": { "startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 20 }
                    }
                  }
                } ]
                """));
    }

    @Test
    void aFixIsToldAsTheChangeOfItsFile() throws IOException {
        Diagnostic finding = FINDING.withFix(new SourceLocation("src/main/saga/a.saga", 3, 6, 3, 8), "{y}");

        JsonNode result = run(finding).at("/results/0");

        assertThat(result.get("fixes")).isEqualTo(json("""
                [ {
                  "artifactChanges": [ {
                    "artifactLocation": { "uri": "src/main/saga/a.saga", "uriBaseId": "%SRCROOT%" },
                    "replacements": [ {
                      "deletedRegion": { "startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 8 },
                      "insertedContent": { "text": "{y}" }
                    } ]
                  } ]
                } ]
                """));
        assertThat(run(FINDING).at("/results/0").has("fixes")).isFalse();
    }

    @Test
    void eachSeverityIsALevel() throws IOException {
        List<Diagnostic> findings = Stream.of(Severity.values())
                .map(severity -> new Diagnostic(
                        FINDING.id(),
                        severity,
                        FINDING.message(),
                        HERE,
                        FINDING.help(),
                        FINDING.notes(),
                        FINDING.fix()))
                .toList();

        assertThat(run(findings).get("results").findValuesAsText("level")).containsExactly("error", "warning", "note");
    }

    @Test
    void columnsCountCharactersAndTheReportSaysSo() throws IOException {
        String text = "package a\rparticipant p { /* 😀😀 */ x(y: strin) }\r\n";

        JsonNode run = run(compile("a.saga", text));

        assertThat(run.get("columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(run.get("newlineSequences")).isEqualTo(json("[\"\\r\\n\", \"\\n\", \"\\r\"]"));
        JsonNode region = run.at("/results/0/locations/0/physicalLocation/region");
        assertThat(region).isEqualTo(json("""
                { "startLine": 2, "startColumn": 31, "endLine": 2, "endColumn": 36 }
                """));
        int[] line = text.lines().toList().get(1).codePoints().toArray();
        assertThat(new String(line, 30, 5)).isEqualTo("strin");
    }

    @Test
    void everyKindOfFindingIsARule() throws IOException {
        JsonNode rules = run().at("/tool/driver/rules");

        assertThat(rules.findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        Stream.of(DiagnosticId.values()).map(DiagnosticId::code).toList());
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.at("/shortDescription/text").asText()).matches("[A-Z].*\\.");
            assertThat(rule.at("/defaultConfiguration/level").asText()).isIn("error", "warning", "note");
        });
    }

    @Test
    void textOfADefinitionBecomesNoPlaceholderNoLinkAndNoControlCharacter() throws IOException {
        Diagnostic finding = Diagnostic.of(FINDING.id(), HERE, "`{0}` and [a](http://b) and \u001B[31m")
                .withNote("`}`", HERE)
                .withHelp("{\n  }");

        JsonNode result = run(finding).at("/results/0");

        assertThat(result.at("/message/text").asText())
                .isEqualTo("`{{0}}` and [a] (http://b) and \uFFFD[31m\nhelp: {{\n  }}");
        assertThat(result.at("/relatedLocations/0/message/text").asText()).isEqualTo("`}}`");
    }

    @Test
    void aPathIsAReferenceWhateverCharactersItHas() throws IOException {
        assertThat(uri("src/main/saga/a b/größe#1%.saga")).isEqualTo("src/main/saga/a%20b/gr%C3%B6%C3%9Fe%231%25.saga");
        assertThat(uri("a:b/c?.saga")).isEqualTo("a%3Ab/c%3F.saga");
        assertThat(uri("../shared/[x].saga")).isEqualTo("../shared/%5Bx%5D.saga");
    }

    @Test
    void theSameFindingsGiveTheSameTextWithLineFeedsOnly() {
        String report = SarifReport.of(List.of(FINDING), "1.2.3");

        assertThat(report).isEqualTo(SarifReport.of(List.of(FINDING), "1.2.3"));
        assertThat(report)
                .startsWith("{\n  \"$schema\" : \"https://docs.oasis-open.org/")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void allThatCanBeFoundGivesSarif() throws IOException {
        String common = Files.readString(RESOURCES.resolve("findings/common.saga"));
        try (Stream<Path> files = Files.list(RESOURCES.resolve("findings"))) {
            List<Path> definitions =
                    files.filter(file -> file.toString().endsWith(".saga")).toList();
            assertThat(definitions).isNotEmpty();
            for (Path file : definitions) {
                run(compile(file.getFileName().toString(), Files.readString(file), common));
            }
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() {
        String report = SarifReport.of(List.of(FINDING), "1.2.3");

        assertThat(errors(report.replace("\"error\"", "\"grave\""))).isNotEmpty();
        assertThat(errors(report.replace("\"startLine\" : 3", "\"startLine\" : 0")))
                .isNotEmpty();
        assertThat(errors(report.replace("a.saga", "a b.saga"))).isNotEmpty();
    }

    /** The only run in the report of these findings, which is held against the schema. */
    private static JsonNode run(Diagnostic... findings) throws IOException {
        return run(List.of(findings));
    }

    private static JsonNode run(List<Diagnostic> findings) throws IOException {
        String report = SarifReport.of(findings, "1.2.3");
        assertThat(errors(report)).isEmpty();
        JsonNode runs = json(report).get("runs");
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static List<String> errors(String report) {
        return SCHEMA
                .validate(
                        report,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static String uri(String path) throws IOException {
        Diagnostic finding = Diagnostic.of(FINDING.id(), new SourceLocation(path, 1, 1, 1, 1), FINDING.message());
        return run(finding)
                .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText();
    }

    private static List<Diagnostic> compile(String path, String... texts) {
        return DefinitionCompiler.compile(Stream.of(texts)
                        .distinct()
                        .map(text -> new Result<>(
                                new SourceFile(text.equals(texts[0]) ? path : "common.saga", text),
                                List.<Diagnostic>of()))
                        .toList())
                .diagnostics();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Files.readString(RESOURCES.resolve("sarif/sarif-2.1.0-rtm.5.json")), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
