package dev.skald.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationsTest {

    @Test
    void everyUnitIsRead() {
        assertThat(Durations.parse("500ms")).contains(Duration.ofMillis(500));
        assertThat(Durations.parse("10s")).contains(Duration.ofSeconds(10));
        assertThat(Durations.parse("5m")).contains(Duration.ofMinutes(5));
        assertThat(Durations.parse("24h")).contains(Duration.ofHours(24));
        assertThat(Durations.parse("7d")).contains(Duration.ofDays(7));
        assertThat(Durations.parse("0s")).contains(Duration.ZERO);
    }

    @Test
    void sumsAreReadInFallingUnits() {
        assertThat(Durations.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(Durations.parse("1d2h3m4s5ms"))
                .contains(Duration.ofDays(1)
                        .plusHours(2)
                        .plusMinutes(3)
                        .plusSeconds(4)
                        .plusMillis(5));
        assertThat(Durations.parse("30m1h")).isEmpty();
        assertThat(Durations.parse("1s1s")).isEmpty();
    }

    @Test
    void anythingElseIsNoDuration() {
        for (String text :
                new String[] {"", "10", "s", "10 s", " 10s", "10s ", "-1s", "1.5s", "1S", "10sec", "1m30", "٣s"}) {
            assertThat(Durations.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void numbersOfMoreThanNineDigitsAreNone() {
        assertThat(Durations.parse("999999999d999999999h")).isPresent();
        assertThat(Durations.parse("1000000000d")).isEmpty();
        assertThat(Durations.parse("9".repeat(100_000) + "d")).isEmpty();
    }
}
