package com.acme.orders.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asks readers who answer, who answer something else, who walk away, and who were never there. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class QuestionTest {

    private static final String WORDS = "  press r to retry, c to confirm that it is undone, s to skip, then Enter: ";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void answerIsAKeyInAnyCase() {
        assertThat(ask(keys(" S \n"), Optional.of(Duration.ofMinutes(1)))).isEqualTo(Remedy.SKIP);
        assertThat(printed()).isEqualTo(WORDS);
    }

    @Test
    void anythingElseIsAskedAgain() {
        assertThat(ask(keys("yes\n\nc\nr\n"), Optional.of(Duration.ofMinutes(1))))
                .isEqualTo(Remedy.CONFIRM);
        assertThat(printed()).isEqualTo(WORDS + WORDS + WORDS);
    }

    @Test
    void readerWhoWalksAwayGetsARetry() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream()) {
            assertThat(ask(new PipedInputStream(keyboard), Optional.of(Duration.ofMillis(300))))
                    .isEqualTo(Remedy.RETRY);
            assertThat(printed()).isEqualTo(WORDS + "r (no answer came)%n".formatted());
        }
    }

    @Test
    void readerWhoEndsTheInputGetsARetryAtOnce() {
        assertThat(ask(keys("what?"), Optional.of(Duration.ofMinutes(1)))).isEqualTo(Remedy.RETRY);
        assertThat(printed()).isEqualTo(WORDS + WORDS + "r (no answer came)%n".formatted());
    }

    @Test
    void nobodyIsAskedWithoutATerminal() {
        assertThat(ask(keys("s\n"), Optional.empty())).isEqualTo(Remedy.RETRY);
        assertThat(printed()).isEqualTo(WORDS + "r (no terminal here)%n".formatted());
    }

    private Remedy ask(InputStream keyboard, Optional<Duration> patience) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Question(out, keyboard, patience).ask();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static InputStream keys(String keys) {
        return new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    }
}
