package com.acme.orders.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes lines, and reads them after every way in which a killed process may have left them. */
final class LineFileTest {

    @TempDir
    private Path folder;

    @Test
    void linesAreThereWhenTheFileIsOpenedAgain() {
        write("first", "größer", "third");

        assertThat(read()).containsExactly("first", "größer", "third");
    }

    @Test
    void whatIsLeftOfALineWhereverItWasTornIsCutOff() throws IOException {
        write("first", "größer");
        byte[] whole = Files.readAllBytes(path());
        int first = "first\n".length();
        for (int length = 0; length < whole.length; length++) {
            Files.write(path(), Arrays.copyOf(whole, length));

            assertThat(read()).isEqualTo(length < first ? List.of() : List.of("first"));
        }
    }

    @Test
    void linesGoOnAfterWhatWasCutOff() throws IOException {
        Files.writeString(path(), "first\nsec", StandardCharsets.UTF_8);
        write("third");

        assertThat(Files.readString(path())).isEqualTo("first\nthird\n");
    }

    @Test
    void twoDoNotWriteToTheSameFile() {
        try (LineFile file = LineFile.open(path())) {
            assertThatThrownBy(() -> LineFile.open(path()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Somebody else writes to");
            file.append("first");
        }

        assertThat(read()).containsExactly("first");
    }

    private void write(String... lines) {
        try (LineFile file = LineFile.open(path())) {
            Arrays.asList(lines).forEach(file::append);
        }
    }

    private List<String> read() {
        try (LineFile file = LineFile.open(path())) {
            return file.linesAtOpening();
        }
    }

    private Path path() {
        return folder.resolve("lines");
    }
}
