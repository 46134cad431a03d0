package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Tree.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whatever the text, there is an answer, in time, and every place in it is in the file. */
final class NastyInputTest {

    private static final String EXAMPLE = Resources.text("examples/place-order.saga.yaml");
    private static final Pattern PLACE = Pattern.compile(Pattern.quote(Yaml.FILE) + ":([0-9]+):([0-9]+)");
    private static final String SIGNS = "{}[]:,#&*!|>'\"%@`$ \n\t\r-?\\.x0\u0000\u0085\u2028\uFEFF\uD83D";

    @Test
    void theExampleMayEndAnywhere() {
        within(
                60,
                () -> IntStream.rangeClosed(0, EXAMPLE.length())
                        .parallel()
                        .forEach(end -> readClosely(EXAMPLE.substring(0, end))));
    }

    @Test
    void anyLineOfTheExampleMayBeMissing() {
        List<String> lines = EXAMPLE.lines().toList();
        within(
                30,
                () -> IntStream.range(0, lines.size()).parallel().forEach(missing -> {
                    String text = IntStream.range(0, lines.size())
                            .filter(line -> line != missing)
                            .mapToObj(lines::get)
                            .collect(Collectors.joining("\n"));
                    readClosely(text);
                    compile(text);
                }));
    }

    @Test
    void anyCharacterOfTheExampleMayBeAnother() {
        Random random = new Random(20261123);
        within(
                60,
                () -> Stream.generate(() -> damaged(random)).limit(500).toList().parallelStream()
                        .forEach(NastyInputTest::compile));
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(EXAMPLE);
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int index = random.nextInt(text.length());
            text.replace(index, index + random.nextInt(2), sign(random));
        }
        return text.toString();
    }

    @Test
    void anyTextMayBeRead() {
        Random random = new Random(23112026);
        within(
                60,
                () -> IntStream.range(0, 3000)
                        .forEach(any -> read(IntStream.range(0, random.nextInt(60))
                                .mapToObj(each -> sign(random))
                                .collect(Collectors.joining("", "sagas: {S: {", "")))));
    }

    @Test
    void nestingEndsTheReading() {
        for (String deeper : List.of("[", "{", "- ", "? ", "{a: ", "[[{")) {
            assertThat(ids(deeper.repeat(100_000)))
                    .as(deeper)
                    .isSubsetOf(DiagnosticId.LIMITS_NESTING, DiagnosticId.SYNTAX_YAML);
        }
        assertThat(ids("[".repeat(100_000))).containsExactly(DiagnosticId.LIMITS_NESTING);
        assertThat(ids("records:\n  A:\n    b: \"" + "list<".repeat(100_000) + "\""))
                .containsExactly(DiagnosticId.LIMITS_NESTING);
    }

    @Test
    void aliasesAreNotFollowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 1000; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThat(ids(bomb.toString()))
                .filteredOn(DiagnosticId.LIMITS_ALIAS::equals)
                .hasSize(1000 + 999 * 2);
    }

    @Test
    void tenThousandStepsAreRead() {
        String step = "      - call: a.b\n        with: { x: \"${order.id}\" }\n";

        assertThat(ids("sagas:\n  S:\n    steps:\n" + step.repeat(10_000))).isEmpty();
    }

    @Test
    void hugeValuesAreRead() {
        String saga = "sagas:\n  S:\n    steps: []\n    id: ";
        int size = 1 << 20;

        assertThat(ids(saga + "x".repeat(size))).isEmpty();
        assertThat(ids(saga + "\"" + "\\u0041".repeat(size / 6) + "\"")).isEmpty();
        assertThat(ids(saga + "'" + "''".repeat(size / 2) + "'")).isEmpty();
        assertThat(ids(saga + "|\n" + "      x\n".repeat(size / 8))).isEmpty();
        assertThat(ids(saga + "\"" + "$${".repeat(size / 3) + "\"")).isEmpty();
        assertThat(ids(saga + "[" + "x, ".repeat(size / 3) + "]")).isEmpty();
        assertThat(ids(saga + "\"" + "${a}".repeat(256) + "\"")).isEmpty();
        assertThat(ids(saga + "\"" + "${a}".repeat(10_000) + "\"")).containsExactly(DiagnosticId.LIMITS_OPERATORS);
        assertThat(ids(saga + "{ " + "x".repeat(size) + ": 1 }")).containsExactly(DiagnosticId.SYNTAX_YAML);
        assertThat(ids(saga + "\"" + "${".repeat(size / 2) + "\"")).containsExactly(DiagnosticId.SYNTAX_TOKEN);
        assertThat(ids(saga + "\"" + "x".repeat(size))).containsExactly(DiagnosticId.SYNTAX_YAML);
    }

    @Test
    void manyKeysAreRead() {
        String keys =
                IntStream.range(0, 50_000).mapToObj(key -> "k" + key + ": int").collect(Collectors.joining(", "));

        assertThat(ids("records: { A: { " + keys + " } }")).isEmpty();
        assertThat(ids("{ " + keys + " }")).hasSize(50_000);
        assertThat(ids("records: { A: { " + "a: map<x, ".repeat(50_000) + " } }"))
                .isNotEmpty();
    }

    @Test
    void manyValuesThatWantQuotesAreReadInTime() {
        String value = "      - { call: a.b, with: { x: ${order.id} } }\n";

        String types = IntStream.range(0, 30_000)
                .mapToObj(key -> "k" + key + ": map<string, int>")
                .collect(Collectors.joining(", "));

        assertThat(ids("sagas:\n  S:\n    steps:\n" + value.repeat(20_000))).contains(DiagnosticId.SYNTAX_YAML_QUOTE);
        assertThat(ids("records: { A: { " + types + " } }"))
                .hasSize(30_000)
                .containsOnly(DiagnosticId.SYNTAX_YAML_QUOTE);
    }

    @Test
    void lineEndsMakeNoDifference() {
        String windows = EXAMPLE.replace("\n", "\r\n");

        assertThat(said(read(windows).value()).replace(windows, ""))
                .isEqualTo(said(read(EXAMPLE).value()).replace(EXAMPLE, ""));
        assertThat(read(windows).diagnostics()).isEmpty();
    }

    @Test
    void charactersThatYamlForbidsAreNamed() {
        for (String character : List.of("\u0000", "\u0007", "\u001B", "\uFFFE", "\uD83D", "\uDE00")) {
            assertThat(read("records:\n  A: { b: \"" + character + "\" }").diagnostics())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.id()).isEqualTo(DiagnosticId.SYNTAX_YAML);
                        assertThat(found.message()).contains("U+%04X".formatted((int) character.charAt(0)));
                        assertThat(found.location()).isEqualTo(Yaml.at(2, 12, 13));
                    });
        }
    }

    private static String sign(Random random) {
        return random.nextInt(4) == 0
                ? "${"
                : SIGNS.substring(random.nextInt(SIGNS.length())).substring(0, 1);
    }

    private static List<DiagnosticId> ids(String text) {
        List<DiagnosticId> ids = new ArrayList<>();
        within(20, () -> read(text).diagnostics().forEach(found -> ids.add(found.id())));
        return ids;
    }

    private static void within(int seconds, Executable reading) {
        assertTimeoutPreemptively(Duration.ofSeconds(seconds), reading);
    }

    /** Reads a text and looks at every place that a finding names. */
    private static Result<DefinitionFile> read(String text) {
        SourceFile file = new SourceFile(Yaml.FILE, text);
        Result<DefinitionFile> result = YamlNotation.parse(file);
        assertInside(result.diagnostics(), file);
        return result;
    }

    /** As {@link #read}, up to the model and its rules. */
    private static void compile(String text) {
        SourceFile file = new SourceFile(Yaml.FILE, text);
        assertInside(
                DefinitionCompiler.compile(List.of(new Result<>(file, List.of())))
                        .diagnostics(),
                file);
    }

    private static void assertInside(List<Diagnostic> diagnostics, SourceFile file) {
        SourceText source = new SourceText(file);
        SourceLocation all = source.location(0, source.length());
        for (Diagnostic found : diagnostics) {
            assertInside(found.location(), all);
            found.notes().forEach(note -> note.location().ifPresent(place -> assertInside(place, all)));
        }
    }

    /** As {@link #read}; looks at every place in the tree as well. */
    private static void readClosely(String text) {
        Result<DefinitionFile> result = read(text);
        int[] widths = text.lines()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .toArray();
        Matcher place = PLACE.matcher(result.value().toString());
        while (place.find()) {
            int line = Integer.parseInt(place.group(1));
            int column = Integer.parseInt(place.group(2));
            assertThat(line).isBetween(1, Math.max(1, widths.length));
            assertThat(column).isBetween(1, 1 + (widths.length == 0 ? 0 : widths[line - 1]));
        }
    }

    private static void assertInside(SourceLocation place, SourceLocation all) {
        assertThat(place.line()).isBetween(1, all.endLine() + 1);
        assertThat(place.column()).isPositive();
        assertThat(place.endLine()).isBetween(place.line(), all.endLine() + 1);
        assertThat(place.endLine() > place.line() || place.endColumn() >= place.column())
                .isTrue();
    }
}
