package dev.skald.dsl.syntax.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds that bad input gives exactly the findings that stand in its first comment: each with its id, place and message,
 * and below it its help and its notes. {@code -Dgolden.update=true} writes the comments anew.
 */
final class InvalidFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/invalid/syntax");

    @TestFactory
    Stream<DynamicTest> eachFileHasExactlyItsFindings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".saga")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            update(file);
        }
        String text = Files.readString(file);

        assertThat(findings(text)).isEqualTo(comment(text)).isNotEmpty();
    }

    /** Writes the findings above the text, and once more where that has moved the text. */
    private static void update(Path file) throws IOException {
        String text = Files.readString(file);
        String body = text.substring(comment(text).length());
        String moved = findings(body) + body;
        Files.writeString(file, findings(moved) + body);
    }

    private static String comment(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("// "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String findings(String text) {
        return SagaNotation.parse(new SourceFile("x.saga", text)).diagnostics().stream()
                .flatMap(InvalidFilesTest::lines)
                .map(line -> "// " + line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> lines(Diagnostic finding) {
        String place = place(finding.location());
        return Stream.of(
                        List.of(finding.id().code() + " " + place + " " + finding.message()),
                        finding.help().map(help -> "  help: " + help).stream().toList(),
                        finding.notes().stream()
                                .map(note -> "  note: "
                                        + note.location()
                                                .map(location -> place(location) + " ")
                                                .orElse("")
                                        + note.message())
                                .toList())
                .flatMap(List::stream);
    }

    private static String place(SourceLocation location) {
        return location.line() + ":" + location.column();
    }
}
