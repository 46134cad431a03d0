package com.acme.orders.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the README to what the build runs; what the demo prints is compared by {@link DemoTest}. */
final class ReadmeTest {

    private static final Path POM = Path.of("pom.xml");
    private static final Path DEFINITION = Path.of("src/main/saga/place-order.saga");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("target/generated-sources/saga"));

    @Test
    void itsSagaIsTheOneThatIsCompiled() throws IOException {
        assertThat(Readme.read().blocks("saga")).containsExactly(Files.readString(DEFINITION));
    }

    @Test
    void itsPomIsTheOneThatIsBuilt() throws IOException {
        String pom = squeeze(Files.readString(POM));
        String version = pom.replaceFirst(".*?<version>(.*?)</version>.*", "$1");

        assertThat(Readme.read().blocks("xml"))
                .hasSize(2)
                .allSatisfy(block ->
                        assertThat(pom.replace("${project.version}", version)).contains(squeeze(block)));
    }

    @Test
    void itsJavaIsTheSamplesOrGenerated() throws IOException {
        List<String> sources = sources();

        assertThat(Readme.read().blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(squeeze(block))));
    }

    private static List<String> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(squeeze(Files.readString(file)));
        }
        return sources;
    }

    /** Line breaks and indentation may differ. */
    private static String squeeze(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
