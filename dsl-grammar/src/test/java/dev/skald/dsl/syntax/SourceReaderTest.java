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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How bytes become the text of a definition, or a finding that says why not. */
final class SourceReaderTest {

    @TempDir
    private Path folder;

    @Test
    void textIsReadAsItStands() throws IOException {
        assertThat(text("".getBytes(UTF_8))).isEmpty();
        assertThat(text("// Grüße 😀\tx".getBytes(UTF_8))).isEqualTo("// Grüße 😀\tx");
    }

    @Test
    void lineBreaksStayAsTheyAre() throws IOException {
        assertThat(text("a\r\nb\rc\n\n".getBytes(UTF_8))).isEqualTo("a\r\nb\rc\n\n");
    }

    @Test
    void aByteOrderMarkIsNoTextAtTheStartAndOnlyThere() throws IOException {
        assertThat(text("\uFEFFa".getBytes(UTF_8))).isEqualTo("a");
        assertThat(text("\uFEFF\uFEFFa\uFEFF".getBytes(UTF_8))).isEqualTo("\uFEFFa\uFEFF");
    }

    @Test
    void theFirstByteThatIsNotUtf8IsPointedAt() throws IOException {
        assertThat(finding("// Grüße\n".getBytes(ISO_8859_1))).isEqualTo(notUtf8("1:6"));
        assertThat(finding(concat("\uFEFFab\r\n😀", 0xFF))).isEqualTo(notUtf8("2:2"));
        assertThat(finding("package a\n".getBytes(UTF_16))).isEqualTo(notUtf8("1:1"));
    }

    @Test
    void aCharacterThatIsCutOffOrWrittenInAForbiddenWayIsNotUtf8() throws IOException {
        assertThat(finding(concat("ab", 0xC3))).isEqualTo(notUtf8("1:3"));
        assertThat(finding(concat("ab", 0xC0, 0xAF))).isEqualTo(notUtf8("1:3"));
        assertThat(finding(concat("ab", 0xED, 0xA0, 0x80))).isEqualTo(notUtf8("1:3"));
    }

    @Test
    void whatIsNotUtf8IsNotCompiledAtAll() throws IOException {
        Result<SourceFile> result = read(concat("package a\n", 0xFF));

        assertThat(result.value()).isEqualTo(new SourceFile("a.saga", ""));
        assertThat(result.diagnostics().get(0).help()).contains("a definition is a file of UTF-8 text");
    }

    @Test
    void aFileOfOneMebibyteIsReadAndALargerOneIsNot() throws IOException {
        byte[] largest = new byte[1 << 20];
        Arrays.fill(largest, (byte) ' ');

        assertThat(text(largest)).hasSize(1 << 20);
        assertThat(finding(Arrays.copyOf(largest, largest.length + 1)))
                .isEqualTo("a.saga:1:1: error: the file is larger than 1 MiB [limits.file-size]");
    }

    @Test
    void aFileThatIsNotThereIsAFinding() {
        assertThat(finding(SourceReader.read(folder.resolve("gone.saga"), "a.saga")))
                .isEqualTo("a.saga:1:1: error: the file cannot be read: no such file [syntax.unreadable]");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(finding(SourceReader.read(folder, "a.saga")))
                .isEqualTo("a.saga:1:1: error: the file cannot be read: it is a folder [syntax.unreadable]");
    }

    private String text(byte[] content) throws IOException {
        Result<SourceFile> result = read(content);
        assertThat(result.diagnostics()).isEmpty();
        return result.value().text();
    }

    private String finding(byte[] content) throws IOException {
        return finding(read(content));
    }

    private static String finding(Result<SourceFile> result) {
        assertThat(result.diagnostics()).hasSize(1);
        return DiagnosticPrinter.line(result.diagnostics().get(0));
    }

    private Result<SourceFile> read(byte[] content) throws IOException {
        return SourceReader.read(Files.write(folder.resolve("b.saga"), content), "a.saga");
    }

    private static String notUtf8(String place) {
        return "a.saga:" + place + ": error: the file is not UTF-8: this byte begins no character [syntax.unreadable]";
    }

    private static byte[] concat(String text, int... more) {
        byte[] start = text.getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(start, start.length + more.length);
        for (int index = 0; index < more.length; index++) {
            bytes[start.length + index] = (byte) more[index];
        }
        return bytes;
    }
}
