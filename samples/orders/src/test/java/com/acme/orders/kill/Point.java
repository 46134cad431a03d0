package com.acme.orders.kill;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import java.util.Locale;

/**
 * A point in the work of a participant at which its process can be killed.
 *
 * @param place where in the work
 * @param step the saga's step
 * @param phase whether the step is done or undone
 */
record Point(Place place, String step, Phase phase) {

    /** Where in the work of one call. */
    enum Place {
        /** The request has arrived, and nothing is done yet. */
        BEFORE,
        /** It has been worked on, and nothing is on the disk yet. */
        WITHIN,
        /** All is done and on the disk, and the answer is not on its way yet. */
        AFTER
    }

    static Point of(Place place, SagaCall call) {
        return new Point(place, call.step(), call.phase());
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(place, phase, step).toLowerCase(Locale.ROOT);
    }
}
