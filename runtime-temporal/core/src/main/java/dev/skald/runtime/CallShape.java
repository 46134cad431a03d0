package dev.skald.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a participant is asked: where, how long one attempt may take, and how often it is tried again.
 *
 * @param taskQueue the participant's task queue
 * @param timeout the longest that one attempt may take
 * @param heartbeat the longest silence within one attempt, or null where the participant gives no sign of life
 * @param attempts how often it is asked at most; {@link #UNLIMITED} asks until it answers
 * @param firstInterval how long to wait before the second attempt
 * @param longestInterval the longest wait between two attempts
 * @param factor by how much the wait grows from one attempt to the next
 * @param limit the longest that all attempts together may take, waits included, or null: then a bounded call gets
 *     {@code attempts} times {@code timeout} plus the waits between them, because attempts are not counted while no
 *     worker is there, and an unbounded one has no limit
 */
public record CallShape(
        String taskQueue,
        Duration timeout,
        @Nullable Duration heartbeat,
        int attempts,
        Duration firstInterval,
        Duration longestInterval,
        double factor,
        @Nullable Duration limit) {

    /** The number of attempts that means: until it answers. */
    public static final int UNLIMITED = 0;

    /** Checks that the parts are there. */
    public CallShape {
        Objects.requireNonNull(taskQueue, "taskQueue");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(firstInterval, "firstInterval");
        Objects.requireNonNull(longestInterval, "longestInterval");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must not be negative, and are " + attempts);
        }
    }

    /**
     * A call with the defaults of a step: 30 s for an attempt, five attempts, 1 s to 30 s between them, doubling.
     *
     * @param taskQueue the participant's task queue
     * @return the call
     */
    public static CallShape on(String taskQueue) {
        return new CallShape(
                taskQueue, Duration.ofSeconds(30), null, 5, Duration.ofSeconds(1), Duration.ofSeconds(30), 2, null);
    }

    /**
     * Sets how long one attempt may take.
     *
     * @param timeout the longest that one attempt may take
     * @return a call with it
     */
    public CallShape timeout(Duration timeout) {
        return new CallShape(taskQueue, timeout, heartbeat, attempts, firstInterval, longestInterval, factor, limit);
    }

    /**
     * Sets how often the participant gives a sign of life within an attempt.
     *
     * @param heartbeat the longest silence
     * @return a call with it
     */
    public CallShape heartbeat(Duration heartbeat) {
        return new CallShape(taskQueue, timeout, heartbeat, attempts, firstInterval, longestInterval, factor, limit);
    }

    /**
     * Sets how often the participant is asked at most.
     *
     * @param attempts the number of attempts, or {@link #UNLIMITED}
     * @return a call with it
     */
    public CallShape attempts(int attempts) {
        return new CallShape(taskQueue, timeout, heartbeat, attempts, firstInterval, longestInterval, factor, limit);
    }

    /**
     * Asks as often as it takes.
     *
     * @return a call whose attempts are not bounded; its time is only where it has a limit of its own
     */
    public CallShape unlimited() {
        return attempts(UNLIMITED);
    }

    /**
     * Sets the waits between attempts.
     *
     * @param first the wait before the second attempt
     * @param longest the longest wait
     * @param factor by how much the wait grows from one attempt to the next, at least 1
     * @return a call with them
     */
    public CallShape backoff(Duration first, Duration longest, double factor) {
        return new CallShape(taskQueue, timeout, heartbeat, attempts, first, longest, factor, limit);
    }

    /**
     * Sets how long all attempts together may take, waits included.
     *
     * @param limit the longest time from the first request to the last answer, or null for none but what bounded
     *     attempts imply
     * @return a call with it
     */
    public CallShape limit(@Nullable Duration limit) {
        return new CallShape(taskQueue, timeout, heartbeat, attempts, firstInterval, longestInterval, factor, limit);
    }
}
