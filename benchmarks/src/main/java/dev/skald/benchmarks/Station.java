package dev.skald.benchmarks;

import dev.skald.benchmarks.station.StationActivities;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The participant of all sagas: each operation takes its time, and does nothing else. */
final class Station implements StationActivities {

    private final Durations durations;

    Station(Durations durations) {
        this.durations = durations;
    }

    @Override
    public String first(UUID runId) {
        return pass(durations.first());
    }

    @Override
    public void undoFirst(UUID runId) {
        pass(durations.first());
    }

    @Override
    public String second(UUID runId) {
        return pass(durations.second());
    }

    @Override
    public void undoSecond(UUID runId) {
        pass(durations.second());
    }

    @Override
    public String third(UUID runId, String text, boolean refuse) {
        String done = pass(durations.third());
        if (refuse) {
            throw new Refused();
        }
        return done;
    }

    @Override
    public void undoThird(UUID runId) {
        pass(durations.third());
    }

    private static String pass(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return "after " + millis;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed", stopped);
        }
    }
}
