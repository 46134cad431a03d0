package dev.skald.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * How the benchmark was called.
 *
 * @param target the server, {@code HOST:PORT}
 * @param durations how long the steps take
 * @param rounds how often each saga is run
 */
record Options(String target, Durations durations, int rounds) {

    /**
     * Reads {@code HOST:PORT FIRST,SECOND,THIRD ROUNDS}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Options parse(String... arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("asked for: HOST:PORT FIRST,SECOND,THIRD ROUNDS");
        }
        List<Integer> millis =
                Arrays.stream(arguments[1].split(",", -1)).map(Integer::valueOf).toList();
        int rounds = Integer.parseInt(arguments[2]);
        if (millis.size() != 3 || millis.stream().anyMatch(each -> each < 0) || rounds < 1) {
            throw new IllegalArgumentException("asked for: three durations in milliseconds, and at least one round");
        }
        return new Options(arguments[0], new Durations(millis.get(0), millis.get(1), millis.get(2)), rounds);
    }
}
