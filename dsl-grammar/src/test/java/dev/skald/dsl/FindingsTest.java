package dev.skald.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Accepted;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds that names, types and rules find exactly what they should: each {@code findings/*.saga} is compiled together
 * with {@code common.saga}, each folder there for itself, with what is published in a {@code .jar!}, and all that is
 * found, as people read it, stands in the {@code .txt} beside it; behind it, what the definition accepts. Advice on its
 * pattern, which every saga without errors gets, is only in {@code pattern.advice.txt}.
 */
final class FindingsTest {

    private static final Path FOLDER = Path.of("src/test/resources/findings");
    private static final SourceFile COMMON = read(FOLDER.resolve("common.saga"));

    @TestFactory
    Stream<DynamicTest> eachDefinitionHasExactlyItsFindings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".saga")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFolderOfDefinitionsHasExactlyItsFindings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> checkFolder(folder)));
        }
    }

    private static void check(Path file) throws IOException {
        SourceFile source = read(file);
        List<SourceFile> files = source.equals(COMMON) ? List.of(COMMON) : List.of(COMMON, source);
        check(files, Path.of(file.toString().replace(".saga", ".txt")));
    }

    private static void checkFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            check(files.sorted().map(FindingsTest::read).toList(), Path.of(folder + ".txt"));
        }
    }

    private static void check(List<SourceFile> files, Path expected) throws IOException {
        Result<SagaModel> result = DefinitionCompiler.compile(
                read(files, file -> !isPublished(file)), read(files, FindingsTest::isPublished));
        DiagnosticPrinter printer = new DiagnosticPrinter(files);
        boolean isAboutAdvice = expected.endsWith(DiagnosticId.PATTERN_ADVICE.code() + ".txt");
        String report = Stream.concat(
                        result.diagnostics().stream()
                                .filter(finding -> isAboutAdvice || finding.id() != DiagnosticId.PATTERN_ADVICE)
                                .map(printer::snippet),
                        result.accepted().stream().map(FindingsTest::accepted))
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, report);
        }
        assertThat(report).isEqualTo(Files.readString(expected));
    }

    /** What another module publishes is called as in its jar. */
    private static boolean isPublished(SourceFile file) {
        return file.path().contains(".jar!");
    }

    private static List<Result<SourceFile>> read(List<SourceFile> files, Predicate<SourceFile> which) {
        return files.stream()
                .filter(which)
                .map(file -> new Result<>(file, List.<Diagnostic>of()))
                .toList();
    }

    private static String accepted(Accepted accepted) {
        return "accepted at " + accepted.location() + ": " + DiagnosticPrinter.line(accepted.finding()) + " because "
                + accepted.because() + "\n";
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
