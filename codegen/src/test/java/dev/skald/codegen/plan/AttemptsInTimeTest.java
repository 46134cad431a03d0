package dev.skald.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.CallPolicy.Backoff;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AttemptsInTimeTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void attemptsAndTheIntervalsBetweenThemAreAddedUp() {
        Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(30), 2);

        // 5 × 30 + 1 + 2 + 4 + 8
        assertThat(AttemptsInTime.of(Duration.ofSeconds(30), 5, backoff)).isEqualTo(Duration.ofSeconds(165));
    }

    @Test
    void intervalsGrowToTheLongest() {
        Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(3), 2);

        // 5 × 10 + 1 + 2 + 3 + 3
        assertThat(AttemptsInTime.of(Duration.ofSeconds(10), 5, backoff)).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void oneAttemptHasNoInterval() {
        Backoff backoff = new Backoff(SECOND, SECOND, 1);

        assertThat(AttemptsInTime.of(Duration.ofSeconds(10), 1, backoff)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void partsOfASecondAreRoundedUp() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), SECOND, 1.5);

        // 3 × 500 ms + 100 ms + 150 ms
        assertThat(AttemptsInTime.of(Duration.ofMillis(500), 3, backoff)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsLongerThanAnybodyWaitsIsAHundredYears() {
        Backoff backoff = new Backoff(Duration.ofDays(3650), Duration.ofDays(3650), 100);

        assertThat(AttemptsInTime.of(Duration.ofSeconds(Long.MAX_VALUE), Integer.MAX_VALUE, backoff))
                .isEqualTo(AttemptsInTime.LONGEST);
    }

    @Test
    void aFactorThatHardlyGrowsTakesNoTimeToAddUp() {
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), 1.000_000_001);

        assertThat(AttemptsInTime.of(Duration.ofMillis(1), Integer.MAX_VALUE, backoff))
                .isBetween(
                        Duration.ofMillis(Integer.MAX_VALUE * 2L), Duration.ofMillis(Integer.MAX_VALUE * 3L + 1_000));
    }
}
