package dev.skald.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFolderTest {

    private static final GeneratedFile BILLING =
            new GeneratedFile("com/acme/billing/Billing.java", "class Billing {}\n");
    private static final GeneratedFile MAIL = new GeneratedFile("com/acme/mail/Mail.java", "class Mail {}\n");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path parent;

    private Path root;

    @BeforeEach
    void makeFolder() {
        root = parent.resolve("src/main/java");
    }

    @Test
    void filesAreAddedWithTheirFoldersAndNothingElse() throws IOException {
        assertThat(add(BILLING, MAIL)).containsExactly(written(BILLING), written(MAIL));

        assertThat(Files.readString(root.resolve(BILLING.path()))).isEqualTo(BILLING.content());
        assertThat(filesIn(root)).containsExactlyInAnyOrder(BILLING.path(), MAIL.path());
    }

    @Test
    void aFileThatIsThereIsNotTouchedAndTheOthersAreAdded() throws IOException {
        Path own = own(BILLING.path(), "class Billing { int mine; }");
        Files.setLastModifiedTime(own, LONG_AGO);

        assertThat(add(BILLING, MAIL)).containsExactly(leftAlone("it is there already"), written(MAIL));

        assertThat(own).hasContent("class Billing { int mine; }");
        assertThat(Files.getLastModifiedTime(own)).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileThatIsThereInOtherLetterCaseIsThere() throws IOException {
        Path own = own("com/Acme/billing/BILLING.java", "mine");

        assertThat(add(BILLING))
                .containsExactly(leftAlone(
                        "com/Acme/billing/BILLING.java is there, and some file systems cannot tell the two apart"));

        assertThat(own).hasContent("mine");
        assertThat(filesIn(root)).containsExactly("com/Acme/billing/BILLING.java");
    }

    @Test
    void aFolderInOtherLetterCaseIsInNobodysWay() throws IOException {
        own("com/Acme/billing/Other.java", "mine");

        assertThat(add(BILLING)).containsExactly(written(BILLING));
    }

    @Test
    void aLinkInTheFilesPlaceIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(parent.resolve("elsewhere.txt"), "mine");
        Files.createDirectories(root.resolve("com/acme/billing"));
        Files.createDirectories(root.resolve("com/acme/mail"));
        Files.createSymbolicLink(root.resolve(BILLING.path()), elsewhere);
        Files.createSymbolicLink(root.resolve(MAIL.path()), parent.resolve("nowhere.txt"));

        assertThat(add(BILLING, MAIL)).extracting(Addition::written).containsExactly(false, false);

        assertThat(elsewhere).hasContent("mine");
        assertThat(parent.resolve("nowhere.txt")).doesNotExist();
    }

    @Test
    void aFolderThatIsALinkOutOfHereIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.createDirectories(root.resolve("com"));
        Files.createSymbolicLink(root.resolve("com/acme"), elsewhere);

        assertThat(add(BILLING))
                .containsExactly(leftAlone("com/acme is a link that leads out of the folder, or nowhere"));

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsALinkWithinIsAsGoodAsAnother() throws IOException {
        Files.createDirectories(root.resolve("org/acme"));
        Files.createSymbolicLink(root.resolve("com"), root.resolve("org"));

        assertThat(add(BILLING)).containsExactly(written(BILLING));

        assertThat(root.resolve("org/acme/billing/Billing.java")).hasContent(BILLING.content());
        assertThat(add(BILLING)).containsExactly(leftAlone("it is there already"));
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.createDirectories(root.getParent());
        Files.createSymbolicLink(root, elsewhere);

        assertThat(add(BILLING)).containsExactly(written(BILLING));

        assertThat(elsewhere.resolve(BILLING.path())).hasContent(BILLING.content());
    }

    @Test
    void whatACrashHasLeftIsReplacedAndNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(parent.resolve("elsewhere.txt"), "mine");
        Files.createDirectories(root.resolve("com/acme/billing"));
        Files.createSymbolicLink(root.resolve("com/acme/billing/.Billing.java.tmp"), elsewhere);

        assertThat(add(BILLING)).containsExactly(written(BILLING));

        assertThat(elsewhere).hasContent("mine");
        assertThat(filesIn(root)).containsExactly(BILLING.path());
    }

    @Test
    void aFileThatComesInBetweenIsNotOverwritten() throws IOException {
        Path own = own(BILLING.path(), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFiles.create(own, BILLING.bytes()));

        assertThat(own).hasContent("mine");
        assertThat(filesIn(root)).containsExactly(BILLING.path());
    }

    private List<Addition> add(GeneratedFile... files) throws IOException {
        return new SourceFolder(root).add(List.of(files));
    }

    private static Addition written(GeneratedFile file) {
        return new Addition(file.path(), Optional.empty());
    }

    private static Addition leftAlone(String obstacle) {
        return new Addition(BILLING.path(), Optional.of(obstacle));
    }

    private Path own(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
