package dev.skald.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of the numbers that were measured. */
final class SampleTest {

    @Test
    void medianAndQuartilesLieBetweenNeighbours() {
        Sample sample = Sample.of(List.of(40, 10, 30, 20));

        assertThat(sample.median()).isEqualTo(25.0);
        assertThat(sample.quantile(0.25)).isEqualTo(17.5);
        assertThat(sample.quantile(0.75)).isEqualTo(32.5);
        assertThat(sample.quantile(1)).isEqualTo(40.0);
    }

    @Test
    void rangeOfTheSameNumberIsThatNumber() {
        assertThat(Sample.of(List.of(23, 23)).range("%.0f")).isEqualTo("23");
        assertThat(Sample.of(List.of(25, 23)).range("%.0f")).isEqualTo("23–25");
    }

    @Test
    void nothingThatWasMeasuredIsNoSample() {
        assertThatThrownBy(() -> Sample.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ratioIsOfEachRoundWithItself() {
        Measured slow = new Measured();
        Measured fast = new Measured();
        slow.add(100, 23);
        fast.add(50, 23);
        slow.add(1000, 23);
        fast.add(250, 23);

        assertThat(fast.ratioTo(slow).median()).isEqualTo(0.375);
    }
}
