package dev.skald.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

    private static final GeneratedFile ORDER = new GeneratedFile("com/acme/Order.java", "record Order() {}\n");
    private static final GeneratedFile ITEM = new GeneratedFile("com/acme/items/Item.java", "record Item() {}\n");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path parent;

    private Path root;
    private OutputFolder folder;

    @BeforeEach
    void makeFolder() {
        root = parent.resolve("generated/sources");
        folder = new OutputFolder(root);
    }

    @Test
    void filesAreWrittenWithTheirFolders() throws IOException {
        OutputSummary summary = folder.write(List.of(ORDER, ITEM));

        assertThat(root.resolve("com/acme/Order.java")).hasContent("record Order() {}");
        assertThat(root.resolve("com/acme/items/Item.java")).hasContent("record Item() {}");
        assertThat(summary.sentence()).isEqualTo("Generated 2 files: 2 written, 0 unchanged, 0 deleted.");
    }

    @Test
    void aFileWhoseBytesDoNotChangeIsNotTouched() throws IOException {
        folder.write(List.of(ORDER, ITEM));
        Files.setLastModifiedTime(root.resolve(ORDER.path()), LONG_AGO);
        Files.setLastModifiedTime(root.resolve(OutputFolder.MANIFEST), LONG_AGO);

        OutputSummary summary = folder.write(List.of(ORDER, ITEM));

        assertThat(Files.getLastModifiedTime(root.resolve(ORDER.path()))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(root.resolve(OutputFolder.MANIFEST)))
                .isEqualTo(LONG_AGO);
        assertThat(summary.sentence()).isEqualTo("Generated code is up to date: 2 files.");
    }

    @Test
    void aFileThatChangesIsReplaced() throws IOException {
        folder.write(List.of(ORDER, ITEM));

        OutputSummary summary =
                folder.write(List.of(new GeneratedFile(ORDER.path(), "record Order(int i) {}\n"), ITEM));

        assertThat(root.resolve(ORDER.path())).hasContent("record Order(int i) {}");
        assertThat(summary).isEqualTo(new OutputSummary(1, 1, 0, List.of()));
    }

    @Test
    void whatIsNoLongerGeneratedIsDeletedWithItsEmptyFolders() throws IOException {
        folder.write(List.of(ORDER, ITEM));

        OutputSummary summary = folder.write(List.of(ORDER));

        assertThat(root.resolve("com/acme/items")).doesNotExist();
        assertThat(summary.sentence()).isEqualTo("Generated 1 file: 0 written, 1 unchanged, 1 deleted.");
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        folder.write(List.of(ORDER, ITEM));
        Path own = Files.writeString(root.resolve("com/acme/items/Own.java"), "class Own {}");

        folder.write(List.of());

        assertThat(own).hasContent("class Own {}");
        assertThat(root.resolve(ORDER.path())).doesNotExist();
        assertThat(root.resolve(ITEM.path())).doesNotExist();
    }

    @Test
    void aFileThatSomebodyHasChangedIsNotDeleted() throws IOException {
        folder.write(List.of(ORDER, ITEM));
        Files.writeString(root.resolve(ITEM.path()), "class Item {}");

        OutputSummary summary = folder.write(List.of(ORDER));

        assertThat(root.resolve(ITEM.path())).hasContent("class Item {}");
        assertThat(summary.sentence())
                .isEqualTo("Generated code is up to date: 1 file."
                        + " No longer generated, but changed by hand and therefore kept: com/acme/items/Item.java.");
    }

    @Test
    void aFileThatSomebodyHasChangedIsGeneratedAnew() throws IOException {
        folder.write(List.of(ORDER));
        Files.writeString(root.resolve(ORDER.path()), "changed");

        assertThat(folder.write(List.of(ORDER)).written()).isEqualTo(1);
        assertThat(root.resolve(ORDER.path())).hasContent(ORDER.content());
    }

    @Test
    void aFileOfAnotherIsNotOverwrittenAndNothingElseIsWritten() throws IOException {
        Path own = root.resolve(ITEM.path());
        Files.createDirectories(own.getParent());
        Files.writeString(own, "class Item {}");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> folder.write(List.of(ORDER, ITEM)))
                .withMessageContaining("Item.java")
                .withMessageContaining("does not overwrite");
        assertThat(own).hasContent("class Item {}");
        assertThat(root.resolve(ORDER.path())).doesNotExist();
    }

    @Test
    void aRunThatDiedHalfWayIsPutRight() throws IOException {
        folder.write(List.of(ORDER, ITEM));
        GeneratedFile changed = new GeneratedFile(ORDER.path(), "record Order(int i) {}\n");
        dieBeforeWriting(changed, new GeneratedFile("com/acme/New.java", "class New {}\n"));
        Files.writeString(root.resolve("com/acme/New.java"), "class New {}\n");
        Files.writeString(root.resolve("com/acme/.Order.java.tmp"), "record Ord");

        OutputSummary summary = folder.write(List.of(changed));

        assertThat(filesIn(root)).containsExactlyInAnyOrder(OutputFolder.MANIFEST, "com/acme/Order.java");
        assertThat(root.resolve(ORDER.path())).hasContent(changed.content());
        assertThat(summary).isEqualTo(new OutputSummary(1, 0, 2, List.of()));
    }

    @Test
    void aRenamedTypeSurvivesWhereLetterCaseDoesNotCount() throws IOException {
        folder.write(List.of(ORDER));

        folder.write(List.of(new GeneratedFile("com/acme/ORDER.java", "record ORDER() {}\n")));

        assertThat(root.resolve("com/acme/ORDER.java")).hasContent("record ORDER() {}");
    }

    @Test
    void aManifestCannotLeadOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(parent.resolve("outside.txt"), "mine");
        Files.createDirectories(root);
        Files.writeString(
                root.resolve(OutputFolder.MANIFEST),
                Manifest.hash(Files.readAllBytes(outside)) + " ../../outside.txt\nnonsense\n");

        folder.write(List.of());

        assertThat(outside).hasContent("mine");
    }

    @Test
    void nothingToGenerateMakesNoFolder() throws IOException {
        assertThat(folder.write(List.of()).sentence())
                .isEqualTo("There is nothing to generate. If this is unexpected, look where the definitions are.");
        assertThat(root).doesNotExist();
    }

    /** Leaves behind what a run leaves that is killed after it has said what it is going to write. */
    private void dieBeforeWriting(GeneratedFile... files) throws IOException {
        Path file = root.resolve(OutputFolder.MANIFEST);
        Manifest manifest = Manifest.parse(Files.readString(file));
        for (GeneratedFile next : files) {
            manifest.add(next.path(), Manifest.hash(next.bytes()));
        }
        Files.write(file, manifest.bytes());
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
