package dev.skald.dsl.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What other modules publish is read from their jars, or from the folders that those are made from: that and no more.
 */
final class DefinitionArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void definitionsBelowTheFolderAreReadAndNothingElseIs() throws IOException {
        Path jar = jar(
                "META-INF/saga/b.saga",
                "META-INF/saga/deep/a.saga.yaml",
                "META-INF/saga/notes.txt",
                "META-INF/sagas/c.saga",
                "d.saga",
                "META-INF/saga/red\u001b[31m.saga",
                "META-INF/saga/../../e.txt");

        assertThat(new DefinitionArchive(jar, "lib-1.jar").read())
                .extracting(Result::value)
                .containsExactly(
                        new SourceFile("lib-1.jar!/META-INF/saga/b.saga", "META-INF/saga/b.saga"),
                        new SourceFile("lib-1.jar!/META-INF/saga/deep/a.saga.yaml", "META-INF/saga/deep/a.saga.yaml"));
    }

    @Test
    void aFolderThatAJarIsMadeFromIsReadAsTheJar() throws IOException {
        Files.createDirectories(folder.resolve("META-INF/saga"));
        Files.writeString(folder.resolve("META-INF/saga/b.saga"), "text");

        assertThat(new DefinitionArchive(folder, "lib-1.jar").read())
                .extracting(Result::value)
                .containsExactly(new SourceFile("lib-1.jar!/META-INF/saga/b.saga", "text"));
    }

    @Test
    void aModuleThatPublishesNothingOrIsNotThereHasNothing() throws IOException {
        assertThat(new DefinitionArchive(jar("com/acme/Main.class"), "lib-1.jar").read())
                .isEmpty();
        assertThat(new DefinitionArchive(folder.resolve("nowhere.jar"), "lib-1.jar").read())
                .isEmpty();
    }

    @Test
    void aFileThatUnpacksToMoreThanItMayIsNotRead() throws IOException {
        Path jar = folder.resolve("large.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/saga/large.saga"));
            for (int kibibytes = 0; kibibytes < 200_000; kibibytes++) {
                out.write(new byte[1024]);
            }
        }

        assertThat(new DefinitionArchive(jar, "lib-1.jar").read())
                .singleElement()
                .satisfies(file -> assertThat(file.diagnostics())
                        .extracting(DiagnosticPrinter::line)
                        .containsExactly("lib-1.jar!/META-INF/saga/large.saga:1:1: error: the file is larger than 1 MiB"
                                + " [limits.file-size]"));
    }

    @Test
    void anArchiveOfTooManyDefinitionsIsNotRead() throws IOException {
        String[] names = new String[1_001];
        for (int index = 0; index < names.length; index++) {
            names[index] = "META-INF/saga/" + index + ".saga";
        }

        assertThat(new DefinitionArchive(jar(names), "lib-1.jar").read())
                .singleElement()
                .satisfies(file -> assertThat(file.diagnostics())
                        .extracting(DiagnosticPrinter::line)
                        .containsExactly("lib-1.jar!/META-INF/saga:1:1: error: the archive has more than 1000"
                                + " definitions [limits.file-size]"));
    }

    /** A jar of files that contain their names. */
    private Path jar(String... names) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : List.of(names)) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(UTF_8));
            }
        }
        return jar;
    }
}
