package dev.skald.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Fix;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a finding offers as its fix, applied word for word to the file, makes that finding go away and brings no mistake
 * of syntax: held for every finding of every wrong definition among the tests' files and the pages on diagnostics.
 */
final class FixesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path PAGES = Path.of("../docs/diagnostics");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(saga|yaml)(?: (\\S+))?\n(.*?)^```$");

    /** What is compiled together, by what it is called. */
    private static final Map<String, List<SourceFile>> DEFINITIONS = definitions();

    @TestFactory
    Stream<DynamicTest> eachFixMakesItsFindingGoAway() {
        return DEFINITIONS.entrySet().stream()
                .flatMap(definition -> compile(definition.getValue()).stream()
                        .filter(found -> found.fix().isPresent())
                        .map(found -> dynamicTest(
                                definition.getKey() + ", " + DiagnosticPrinter.line(found),
                                () -> check(definition.getValue(), found))));
    }

    @Test
    void manyKindsOfFindingsOfferOne() {
        Set<DiagnosticId> kinds = new TreeSet<>();
        offering().forEach(found -> kinds.add(found.id()));

        assertThat(kinds)
                .containsExactly(
                        DiagnosticId.SYNTAX_UNEXPECTED,
                        DiagnosticId.SYNTAX_TOKEN,
                        DiagnosticId.SYNTAX_MISSING,
                        DiagnosticId.SYNTAX_UNKNOWN_KEY,
                        DiagnosticId.SYNTAX_YAML_QUOTE,
                        DiagnosticId.NAME_UNKNOWN,
                        DiagnosticId.TYPE_MISMATCH,
                        DiagnosticId.TYPE_ARGUMENTS,
                        DiagnosticId.COMPENSATION_UNKNOWN_OPERATION);
    }

    @Test
    void whatIsOfferedIsPrinted() {
        assertThat(offering())
                .allSatisfy(found -> assertThat(found.help().orElseThrow())
                        .contains(printed(found.fix().orElseThrow())));
    }

    /** The help may name a word, or its place, without the quotes or the blank around it. */
    private static String printed(Fix fix) {
        return fix.replacement().strip().equals("\"\"")
                ? fix.replacement().strip()
                : fix.replacement().strip().replaceAll("^[\"']|[\"']$", "");
    }

    private static Stream<Diagnostic> offering() {
        return DEFINITIONS.values().stream()
                .flatMap(files -> compile(files).stream())
                .filter(found -> found.fix().isPresent());
    }

    private static void check(List<SourceFile> files, Diagnostic found) {
        Fix fix = found.fix().orElseThrow();
        List<SourceFile> fixed = files.stream()
                .map(file -> file.path().equals(fix.range().file()) ? applied(fix, file) : file)
                .toList();

        List<Diagnostic> left = compile(fixed);

        assertThat(left)
                .as(new DiagnosticPrinter(fixed).report(left))
                .filteredOn(each -> each.id() == found.id()
                        && each.location().compareTo(found.location()) == 0
                        && each.message().equals(found.message()))
                .isEmpty();
        assertThat(mistakesOfSyntax(left))
                .as(new DiagnosticPrinter(fixed).report(left))
                .isLessThanOrEqualTo(mistakesOfSyntax(compile(files)));
    }

    private static long mistakesOfSyntax(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(each -> each.id().code().startsWith("syntax."))
                .count();
    }

    private static SourceFile applied(Fix fix, SourceFile file) {
        String text = file.text();
        int from = index(text, fix.range().line(), fix.range().column());
        int to = index(text, fix.range().endLine(), fix.range().endColumn());
        return new SourceFile(file.path(), text.substring(0, from) + fix.replacement() + text.substring(to));
    }

    private static int index(String text, int line, int column) {
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    private static List<Diagnostic> compile(List<SourceFile> files) {
        return DefinitionCompiler.compile(files.stream()
                        .map(file -> new Result<>(file, List.<Diagnostic>of()))
                        .toList())
                .diagnostics();
    }

    private static Map<String, List<SourceFile>> definitions() {
        Map<String, List<SourceFile>> definitions = new LinkedHashMap<>();
        SourceFile common = read(RESOURCES.resolve("findings/common.saga"));
        for (Path path : list(RESOURCES.resolve("findings"))) {
            if (Files.isDirectory(path)) {
                definitions.put(
                        path.getFileName().toString(),
                        list(path).stream().map(FixesTest::read).toList());
            } else if (path.toString().endsWith(".saga") && !path.endsWith("common.saga")) {
                definitions.put(path.getFileName().toString(), List.of(common, read(path)));
            }
        }
        for (String folder : List.of("invalid/syntax", "invalid/yaml")) {
            list(RESOURCES.resolve(folder))
                    .forEach(path -> definitions.put(folder + "/" + path.getFileName(), List.of(read(path))));
        }
        for (Path page : list(PAGES)) {
            definitions.put(page.getFileName().toString(), wrongOf(page));
        }
        return definitions;
    }

    private static List<SourceFile> wrongOf(Path page) {
        String text = read(page).text();
        List<SourceFile> files = new ArrayList<>();
        BLOCK.matcher(text.substring(0, Math.max(0, text.indexOf("\n## Why"))))
                .results()
                .forEach(block -> files.add(new SourceFile(
                        block.group(2) != null ? block.group(2) : "order." + block.group(1), block.group(3))));
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
