package dev.skald.dsl.syntax.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads each file of {@code invalid/yaml} and compares what is found with the file's leading comment: id, line, column
 * and message, no finding more and none less. {@code -Dgolden.update=true} writes the comments anew.
 */
final class InvalidFilesTest {

    private static final String COMMENT = "# ";

    @TestFactory
    Stream<DynamicTest> everyFileIsRefusedAsItsCommentSays() {
        return Resources.files("invalid/yaml").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            update(file);
        }
        String text = Files.readString(file);
        List<String> expected = text.lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(Yaml.findings(Yaml.parse(text).diagnostics())).containsExactlyElementsOf(expected);
    }

    /** Writes the comment, here and in the sources; its own lines count. */
    private static void update(Path file) {
        try {
            String body = body(Files.readString(file));
            int findings = Yaml.parse(body).diagnostics().size();
            String comment = Yaml.findings(
                            Yaml.parse("#\n".repeat(findings) + body).diagnostics())
                    .stream()
                    .map(finding -> COMMENT + finding + "\n")
                    .collect(joining());
            Files.writeString(file, comment + body);
            Files.writeString(
                    Path.of(
                            "src/test/resources/invalid/yaml",
                            file.getFileName().toString()),
                    comment + body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String text) {
        int start = 0;
        while (text.startsWith(COMMENT, start)) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.substring(start);
    }
}
