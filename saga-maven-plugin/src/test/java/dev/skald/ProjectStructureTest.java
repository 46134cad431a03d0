package dev.skald;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the sources of all modules. It lives in the plugin because everything else comes together here. */
final class ProjectStructureTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("dsl-grammar", "codegen", "runtime-temporal", "saga-maven-plugin", "benchmarks");
    private static final Pattern MAIN_SOURCE = Pattern.compile("[a-z/-]+/src/main/java/dev/skald/.+\\.java");
    private static final Pattern DOCUMENTED_PACKAGE =
            Pattern.compile("/\\*\\*.*\\w.*\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        List<Path> packages = packages();

        assertThat(packages).as("packages below " + ROOT).isNotEmpty();
        assertThat(packages)
                .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                        .content()
                        .containsPattern(DOCUMENTED_PACKAGE));
    }

    private static List<Path> packages() throws IOException {
        List<Path> packages = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(ProjectStructureTest::isMainSource)
                        .map(Path::getParent)
                        .forEach(packages::add);
            }
        }
        return packages.stream().distinct().sorted().toList();
    }

    private static boolean isMainSource(Path file) {
        String path = ROOT.relativize(file).toString().replace(File.separatorChar, '/');
        return MAIN_SOURCE.matcher(path).matches();
    }
}
