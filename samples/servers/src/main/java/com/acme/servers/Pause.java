package com.acme.servers;

import java.time.Duration;

/** Lets time pass until something is looked at again. */
public final class Pause {

    private Pause() {}

    /**
     * Waits.
     *
     * @param time how long
     * @throws DemoFailed if the thread is interrupted meanwhile
     */
    public static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DemoFailed.because("Interrupted.");
        }
    }
}
