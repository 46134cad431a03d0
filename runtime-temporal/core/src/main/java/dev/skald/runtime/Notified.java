package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;

/**
 * That the admin was notified.
 *
 * @param at when
 * @param step by which step, or the undo of which
 * @param why what went wrong, in one line
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Notified(Instant at, String step, String why) {

    /** Checks that the parts are there. */
    public Notified {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(why, "why");
    }
}
