package dev.skald.codegen.plan;

import dev.skald.codegen.plan.CallPolicy.Backoff;
import java.math.BigInteger;
import java.time.Duration;

/** Computes how long a number of attempts takes at most, the intervals between them included. */
final class AttemptsInTime {

    /** Stands for ever, and is short enough to be added to any date. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    /** From here on every interval counts as the longest: a factor close to 1 must not make the compiler slow. */
    private static final int COUNTED = 1_000;

    private AttemptsInTime() {}

    /** The time in whole seconds, rounded up; at most {@link #LONGEST}. */
    static Duration of(Duration timeout, int attempts, Backoff backoff) {
        BigInteger total =
                millis(timeout).multiply(BigInteger.valueOf(attempts)).add(intervals(attempts - 1, backoff));
        BigInteger seconds = total.add(BigInteger.valueOf(999)).divide(BigInteger.valueOf(1_000));
        return Duration.ofSeconds(
                seconds.min(BigInteger.valueOf(LONGEST.toSeconds())).longValueExact());
    }

    private static BigInteger intervals(int count, Backoff backoff) {
        BigInteger sum = BigInteger.ZERO;
        double next = millis(backoff.first()).doubleValue();
        double longest = millis(backoff.longest()).doubleValue();
        int counted = Math.min(count, COUNTED);
        for (int interval = 0; interval < counted; interval++) {
            sum = sum.add(BigInteger.valueOf((long) Math.ceil(Math.min(next, longest))));
            next *= backoff.factor();
        }
        return sum.add(millis(backoff.longest()).multiply(BigInteger.valueOf(Math.max(0, count - counted))));
    }

    /** A duration may hold more milliseconds than a long. */
    private static BigInteger millis(Duration duration) {
        return BigInteger.valueOf(duration.toSeconds())
                .multiply(BigInteger.valueOf(1_000))
                .add(BigInteger.valueOf(duration.toMillisPart()));
    }
}
