package dev.skald.benchmarks;

import java.util.Collection;
import java.util.stream.DoubleStream;

/** Numbers that were measured, smallest first. */
final class Sample {

    private final double[] sorted;

    private Sample(DoubleStream numbers) {
        sorted = numbers.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    static Sample of(Collection<? extends Number> numbers) {
        return new Sample(numbers.stream().mapToDouble(Number::doubleValue));
    }

    double median() {
        return quantile(0.5);
    }

    /** The first quartile and the third, in words. */
    String quartiles(String format) {
        return between(quantile(0.25), quantile(0.75), format);
    }

    /** The least and the most, in words; one number where they are the same. */
    String range(String format) {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        return least == most ? format.formatted(least) : between(least, most, format);
    }

    /** Between two neighbours it is taken to grow evenly. */
    double quantile(double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static String between(double from, double to, String format) {
        return format.formatted(from) + "–" + format.formatted(to);
    }
}
