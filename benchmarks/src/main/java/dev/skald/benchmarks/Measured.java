package dev.skald.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one pattern in one flow, round by round. */
final class Measured {

    private final List<Double> millis = new ArrayList<>();
    private final List<Integer> events = new ArrayList<>();

    void add(double time, int count) {
        millis.add(time);
        events.add(count);
    }

    /** Until the caller was answered. */
    Sample millis() {
        return Sample.of(millis);
    }

    /** In the whole history. */
    Sample events() {
        return Sample.of(events);
    }

    /** This one's time as a part of the other's, each round with itself. */
    Sample ratioTo(Measured other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < millis.size(); round++) {
            ratios.add(millis.get(round) / other.millis.get(round));
        }
        return Sample.of(ratios);
    }
}
