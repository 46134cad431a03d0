package dev.skald.dsl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody may have meant. */
public final class Suggestions {

    private static final int SHORT_LIST = 8;

    private Suggestions() {}

    /**
     * The candidate nearest to {@code word} by edit distance, where it is close: at most one edit in three characters,
     * letter case not counted.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int limit = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The candidates in backticks, joined by commas; empty where there are none or too many to read. */
    public static Optional<String> shortList(Collection<String> candidates) {
        if (candidates.isEmpty() || candidates.size() > SHORT_LIST) {
            return Optional.empty();
        }
        return Optional.of(
                candidates.stream().map(candidate -> "`" + candidate + "`").collect(Collectors.joining(", ")));
    }

    /** The Levenshtein distance of two words, letter case not counted. */
    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= first.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= second.length(); column++) {
                int replaced = diagonal + (same(first.charAt(line - 1), second.charAt(column - 1)) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[second.length()];
    }

    private static boolean same(char first, char second) {
        return Character.toLowerCase(first) == Character.toLowerCase(second);
    }
}
