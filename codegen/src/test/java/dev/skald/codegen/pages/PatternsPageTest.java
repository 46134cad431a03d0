package dev.skald.codegen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/patterns.md} has every statement of the source, and names no test that is not there. */
final class PatternsPageTest {

    private static final int STATEMENTS = 39;
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/patterns.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\| (.*) \\| ?(.*) ?\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyStatementStandsThereOnceInItsOrder() throws IOException {
        List<Integer> numbers = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> Integer.parseInt(row.group(1)))
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, STATEMENTS).boxed().toList());
    }

    @Test
    void eachSaysWhatShowsItOrThatItIsNotThereYet() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results())
                .allSatisfy(row -> assertThat(TEST.matcher(row.group(4)).find()
                                || row.group(3).startsWith("Not yet"))
                        .as(row.group())
                        .isTrue());
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        assertThat(TEST.matcher(Files.readString(PAGE)).results())
                .isNotEmpty()
                .allSatisfy(test ->
                        assertThat(sourceOf(test.group(1))).as(test.group()).contains(" " + test.group(2) + "("));
    }

    private static String sourceOf(String test) {
        try (Stream<Path> files = Files.find(
                ROOT, 20, (path, attributes) -> path.getFileName().toString().equals(test + ".java"))) {
            return files.map(PatternsPageTest::read).collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
