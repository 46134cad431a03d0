package dev.skald.dsl.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are found on disks: what is wrong with one is a finding at its place, and the others are read. */
final class DefinitionFolderTest {

    private static final String WRONG_BYTE =
            ": error: the file is not UTF-8: this byte begins no character [syntax.unreadable]";
    private static final String LEADS_OUT = ":1:1: error: the file is a link that leads out of the folder of"
            + " definitions, or nowhere [syntax.unreadable]";

    @TempDir
    private Path project;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(project.resolve("src/saga"));
    }

    @Test
    void definitionsAreFoundInAllFoldersAndNothingElseIs() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.createDirectory(folder.resolve("folder.saga"));
        for (String name : List.of("b.saga.yaml", "deep/er/a.saga", "c.saga.yml", "notes.txt", "other.yaml", "saga")) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(read())
                .containsExactly(
                        text("b.saga.yaml", "b.saga.yaml"),
                        text("c.saga.yml", "c.saga.yml"),
                        text("deep/er/a.saga", "deep/er/a.saga"));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws IOException {
        Files.delete(folder);

        assertThat(read()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Files.writeString(folder.resolve("a.saga"), "\uFEFFa\uFEFF");
        Files.writeString(folder.resolve("b.saga.yaml"), "\uFEFFb");
        Files.writeString(folder.resolve("c.saga"), "\uFEFF");

        assertThat(read()).containsExactly(text("a.saga", "a\uFEFF"), text("b.saga.yaml", "b"), text("c.saga", ""));
    }

    @Test
    void aWrongEncodingIsAFindingWhereItShows() throws IOException {
        Files.write(folder.resolve("a.saga"), "// \u00fc".getBytes(ISO_8859_1));
        Files.write(folder.resolve("b.saga.yaml"), "a:\r\n\t# \u00fc".getBytes(ISO_8859_1));
        Files.write(folder.resolve("c.saga"), "package com.acme".getBytes(UTF_16));
        Files.write(folder.resolve("d.saga"), Arrays.copyOf("\uD83D\uDE00\u00fc".getBytes(UTF_8), 5));
        Files.writeString(folder.resolve("e.saga"), "fine");

        assertThat(findings())
                .containsExactly(
                        "src/saga/a.saga:1:4" + WRONG_BYTE,
                        "src/saga/b.saga.yaml:2:4" + WRONG_BYTE,
                        "src/saga/c.saga:1:1" + WRONG_BYTE,
                        "src/saga/d.saga:1:2" + WRONG_BYTE);
        assertThat(read()).contains(text("e.saga", "fine"));
    }

    @Test
    void aFileThatIsTooLargeIsAFinding() throws IOException {
        Files.writeString(folder.resolve("large.saga"), " ".repeat((1 << 20) + 1));
        Files.writeString(folder.resolve("largest.saga"), " ".repeat(1 << 20));

        assertThat(findings())
                .containsExactly("src/saga/large.saga:1:1: error: the file is larger than 1 MiB [limits.file-size]");
    }

    @Test
    void aLinkThatLeadsNowhereOrOutOfTheFolderIsAFinding() throws IOException {
        Path outside = Files.writeString(project.resolve("outside.saga"), "secret");
        Files.createSymbolicLink(folder.resolve("a.saga"), outside);
        Files.createSymbolicLink(folder.resolve("b.saga"), Path.of("../../outside.saga"));
        Files.createSymbolicLink(folder.resolve("c.saga.yaml"), Path.of("nowhere"));
        Files.writeString(folder.resolve("d.saga"), "fine");
        Files.createSymbolicLink(folder.resolve("e.saga"), Path.of("d.saga"));

        assertThat(findings())
                .containsExactly(
                        "src/saga/a.saga" + LEADS_OUT,
                        "src/saga/b.saga" + LEADS_OUT,
                        "src/saga/c.saga.yaml" + LEADS_OUT);
        assertThat(read()).contains(text("e.saga", "fine")).doesNotContain(text("a.saga", "secret"));
    }

    @Test
    void whatCannotBeReadAtAllIsAFinding() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("a.saga"), Path.of("folder"));

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("src/saga/a.saga:1:1: error: the file cannot be read: ")
                .endsWith(" [syntax.unreadable]");
    }

    private List<Result<SourceFile>> read() throws IOException {
        return new DefinitionFolder(folder, project).read();
    }

    private List<String> findings() throws IOException {
        return read().stream()
                .flatMap(file -> file.diagnostics().stream())
                .map(DiagnosticPrinter::line)
                .toList();
    }

    private static Result<SourceFile> text(String name, String text) {
        return new Result<>(new SourceFile("src/saga/" + name, text), List.of());
    }
}
