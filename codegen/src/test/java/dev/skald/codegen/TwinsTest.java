package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.testing.Definitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Definitions that say the same in both notations. */
final class TwinsTest {

    private static final Path TWINS = Path.of("src/test/resources/twins");

    @Test
    void flowGivesTheSameCodeInBothNotationsButForItsLines() throws IOException {
        assertThat(withoutLines("flow.saga.yaml"))
                .isEqualTo(withoutLines("flow.saga"))
                .hasSizeGreaterThan(10);
    }

    private static Map<String, String> withoutLines(String file) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Definitions.generate(Definitions.modelAt(TWINS.resolve(file)))
                .forEach(generated -> contents.put(
                        generated.path(), generated.content().replaceAll("\\w+\\.saga(\\.yaml)?(:\\d+)?", "flow")));
        return contents;
    }
}
