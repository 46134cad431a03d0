package dev.skald.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Definitions that nobody would write with good intent, from text to model, in both notations. */
final class HostileDefinitionsTest {

    private static final List<String> NOTATIONS = List.of("place-order.saga", "place-order.saga.yaml");

    /** Every place of a name in YAML, where any text could stand. */
    private static final String NAMES = """
            package: <com>
            records:
              <Order>: { <id>: string, kind: Kind }
            enums:
              <Kind>: [ <ONE>, TWO ]
            errors:
              <Refused>: { <reason>: string }
            participants:
              <shop>:
                operations:
                  <book>: { input: { <sku>: string }, output: Order, errors: [ Refused ] }
                  cancel: { input: { sku: string } }
            sagas:
              <Sell>:
                input: { <order>: Order }
                pattern: epic
                steps:
                  - step: <booked>
                    call: shop.book
                    with: { sku: x }
                    state: <BOOKING>
                    compensate: { call: shop.cancel, with: { sku: x } }
            """;

    @TestFactory
    Stream<DynamicTest> anEmptyFileDeclaresNothing() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.saga", "");
        files.put("blank.saga", " \t\r\n\n");
        files.put("comments.saga", "// nothing\n/* at all */");
        files.put("a.saga.yaml", "");
        files.put("blank.saga.yaml", " \t\r\n\n");
        files.put("comments.saga.yaml", "# nothing\n---\n# at all");
        files.put("braces.saga.yaml", "{}");
        return files.entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> {
                    Result<SagaModel> result = compile(file.getKey(), file.getValue());

                    assertThat(result.diagnostics()).isEmpty();
                    assertThat(result.value().sagas()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> lineBreaksOfAnySystemMeanTheSame() {
        return NOTATIONS.stream()
                .map(name -> dynamicTest(name, () -> {
                    SagaModel model = compile(name, example(name)).value();

                    assertThat(model.sagas()).hasSize(1);
                    assertThat(compile(name, example(name).replace("\n", "\r\n"))
                                    .value())
                            .usingRecursiveComparison()
                            .ignoringFields("files")
                            .isEqualTo(model);
                    assertThat(compile(name, example(name).replace("\n", "\r")).value())
                            .usingRecursiveComparison()
                            .ignoringFields("files")
                            .isEqualTo(model);
                }));
    }

    @Test
    void tabsAreBlanksInTheSagaNotation() throws IOException {
        String tabs = example("place-order.saga").replace("  ", "\t");

        assertThat(compile("place-order.saga", tabs).value())
                .usingRecursiveComparison()
                .ignoringFields("files")
                .ignoringFieldsOfTypes(SourceLocation.class)
                .isEqualTo(
                        compile("place-order.saga", example("place-order.saga")).value());
    }

    @Test
    void aTabThatIndentsYamlIsAFinding() throws IOException {
        String tabs = example("place-order.saga.yaml").replaceFirst("\n {2}", "\n\t");

        assertThat(compile("place-order.saga.yaml", tabs).diagnostics())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo(DiagnosticId.SYNTAX_YAML);
                    assertThat(found.message()).contains("tab");
                });
    }

    @TestFactory
    Stream<DynamicTest> fiveHundredStepsAreAllowedAndOneMoreIsAFinding() {
        return Stream.of("steps.saga", "steps.saga.yaml")
                .map(name -> dynamicTest(name, () -> {
                    assertThat(compile(name, steps(name, 500)).diagnostics())
                            .extracting(Diagnostic::id)
                            .containsExactly(DiagnosticId.PATTERN_ADVICE);
                    assertThat(compile(name, steps(name, 501)).diagnostics())
                            .extracting(Diagnostic::id)
                            .containsExactly(DiagnosticId.LIMITS_STEPS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> twoHundredLevelsAreAFindingInTheFile() {
        String saga = "package com.acme\nparticipant p { a(x: int): int }\nsaga S(x: int): int epic {\n";
        String yaml = "package: com.acme\nsagas:\n  S:\n    input: { x: int }\n    pattern: epic\n    steps:\n";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("parentheses.saga", saga + "  return " + around("(", "x", ")") + "\n}");
        files.put("lists.saga", saga + "  return " + around("[", "x", "]") + "\n}");
        files.put("constructions.saga", saga + "  return " + around("A(", "x", ")") + "\n}");
        files.put("templates.saga", saga + "  return " + around("\"${", "x", "}\"") + "\n}");
        files.put("ifs.saga", saga + around("if true {\n", "", "}\n") + "}");
        files.put("parallels.saga", saga + around("parallel { branch {\n", "", "} }\n") + "}");
        files.put("types.saga", "package com.acme\nrecord A { a: " + around("list<", "int", ">") + " }");
        files.put("maps.saga", "package com.acme\nrecord A { a: " + around("map<string, ", "int", ">") + " }");
        files.put("braces.saga", "package com.acme\nrecord A " + around("{", "", "}"));
        files.put("parentheses.saga.yaml", yaml + "      - return: \"${" + around("(", "x", ")") + "}\"\n");
        files.put("mappings.saga.yaml", yaml + "      - return: " + around("{ a: ", "1", " }") + "\n");
        files.put("lists.saga.yaml", yaml + "      - return: " + around("[", "1", "]") + "\n");
        files.put("blocks.saga.yaml", yaml + "      - return:\n" + block("a:\n"));
        files.put("items.saga.yaml", yaml + "      - return:\n" + block("-\n"));
        files.put("ifs.saga.yaml", yaml + block("- if: \"true\"\n", "  then:\n"));
        files.put("templates.saga.yaml", yaml + "      - return: '" + around("${\"", "x", "\"}") + "'\n");
        files.put(
                "types.saga.yaml", "package: com.acme\nrecords:\n  A: { a: \"" + around("list<", "int", ">") + "\" }");
        files.put("maps.saga.yaml", "package: com.acme\nrecords:\n  A:\n    a: " + around("map<string, ", "int", ">"));
        return files.entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> assertNestingIsFound(file.getKey(), file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> muchOfEverythingIsAnsweredInTime() {
        String step = "participant p { go(x: int): int }\nsaga S(x: int) epic {\n";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("unknown types", list(10_000, "record A# {}") + "record B {\n" + list(10_000, "f#: B#") + "}");
        files.put(
                "unknown participants", list(5000, "participant p# {}") + step + list(5000, "step s# = q#.go()") + "}");
        files.put("unknown values", step + list(20_000, "readonly step s# = p.go(y#)") + "}");
        files.put("steps of one name", step + list(20_000, "readonly step p.go(x)") + "}");
        files.put("types of one name", list(40_000, "record A {}"));
        files.put("imports of nothing", list(20_000, "import com.acme.a#.*") + list(9000, "import com.acme.A#"));
        files.put("a long package", ".a".repeat(500_000) + "\n");
        files.put("a long path", "record R { r: R? }\nsaga S(r: R): R? epic { return r" + ".r".repeat(400_000) + " }");
        files.put("sagas in a circle", circle(10_000));
        files.put("choices without an end", step + list(20_000, "if x > 1 { pivot step s# = p.go(x) }") + "}");
        files.put("branches", step + "parallel {\n" + list(5000, "branch { wait 1s }") + "branch { fail None() } } }");
        files.put(
                "orders of steps",
                step + list(500, "readonly step s# = p.go(x) after " + "s0, ".repeat(100) + "s0") + "}");
        files.put("a long name", "record " + "A".repeat(400_000) + " { a: " + "A".repeat(399_999) + "B }");
        return files.entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(),
                        () -> assertThat(compile("a.saga", "package com.acme" + separator(file) + file.getValue())
                                        .diagnostics())
                                .isNotEmpty()));
    }

    @Test
    void charactersThatCannotBeSeenAreNoPartOfADefinition() {
        for (String character :
                List.of("\u0000", "\u001b", "\u00ad", "\u200b", "\u202e", "\u2028", "\u00a0", "\uFEFF")) {
            assertThat(compile("a.saga", "package com.acme\nrecord A " + character + "{ a: int }")
                            .diagnostics())
                    .singleElement()
                    .extracting(DiagnosticPrinter::line)
                    .isEqualTo("a.saga:2:10: error: the character U+%04X has no meaning in a definition [syntax.token]"
                            .formatted((int) character.charAt(0)));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoNameIsRefusedWhereverItIsGiven() {
        List<String> places = NAMES.lines()
                .flatMap(line ->
                        Pattern.compile("<(\\w+)>").matcher(line).results().map(name -> name.group(1)))
                .distinct()
                .toList();
        assertThat(compile("names.saga.yaml", NAMES.replaceAll("[<>]", "")).diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.PATTERN_ADVICE);
        return places.stream()
                .map(place -> dynamicTest(place, () -> {
                    for (String name : List.of(
                            "a b",
                            "a;b",
                            "a{}",
                            "a\\nb",
                            "a\\\\u0020b",
                            "1a",
                            "a-b",
                            "a$b",
                            "\u00e4",
                            "*/",
                            "\\\"",
                            "a\\u202Eb",
                            "")) {
                        String text = NAMES.replace("<" + place + ">", "\"" + name + "\"")
                                .replaceAll("[<>]", "");

                        assertThat(compile("names.saga.yaml", text).diagnostics())
                                .extracting(Diagnostic::id)
                                .as("%s as a name", name)
                                .contains(DiagnosticId.NAME_RESERVED);
                    }
                }));
    }

    /** A package's name goes on after a dot. */
    private static String separator(Map.Entry<String, String> file) {
        return file.getValue().startsWith(".") ? "" : "\n";
    }

    private static void assertNestingIsFound(String name, String text) {
        Result<SagaModel> result = compile(name, text);

        assertThat(result.diagnostics()).extracting(Diagnostic::id).contains(DiagnosticId.LIMITS_NESTING);
        List<String> lines = text.lines().toList();
        assertThat(result.diagnostics()).allSatisfy(found -> {
            assertThat(found.location().line()).isBetween(1, lines.size());
            assertThat(found.location().column())
                    .isBetween(1, lines.get(found.location().line() - 1).length() + 1);
        });
    }

    /** Brackets that open and close two hundred times. */
    private static String around(String open, String inside, String close) {
        return open.repeat(200) + inside + close.repeat(200);
    }

    /** Lines of YAML, two hundred levels deep. */
    private static String block(String... lines) {
        return IntStream.range(0, 200)
                .mapToObj(level -> Stream.of(lines)
                        .map(line -> " ".repeat(10 + level * 2 * lines.length) + line)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** Sagas each of which runs the next, and the last the first. */
    private static String circle(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> "saga S" + number + "() epic { run S" + (number + 1) % many + "() }\n")
                .collect(Collectors.joining());
    }

    private static String list(int many, String line) {
        return IntStream.range(0, many)
                .mapToObj(number -> line.replace("#", Integer.toString(number)) + "\n")
                .collect(Collectors.joining());
    }

    private static String steps(String name, int many) {
        return name.endsWith(".saga")
                ? "package com.acme\nparticipant p { go(x: int)  undo(x: int) }\nsaga S(x: int) epic {\n"
                        + list(many, "step s# = p.go(x)  compensate p.undo(x)") + "}"
                : "package: com.acme\nparticipants:\n  p: { operations: { go: { input: { x: int } }, undo: { input: { x: int } } } }\n"
                        + "sagas:\n  S:\n    input: { x: int }\n    pattern: epic\n    steps:\n"
                        + list(
                                many,
                                "      - { step: s#, call: p.go, with: { x: \"${x}\" },"
                                        + " compensate: { call: p.undo, with: { x: \"${x}\" } } }");
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/examples", name));
    }

    private static Result<SagaModel> compile(String name, String text) {
        List<Result<SourceFile>> files = List.of(new Result<>(new SourceFile(name, text), List.of()));
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> DefinitionCompiler.compile(files));
    }
}
