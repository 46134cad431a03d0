package dev.skald.dsl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody may have meant. */
public final class Suggestions {

    private static final int SHORT_LIST = 8;

    /** Definitions are untrusted text: nobody waits for a comparison of everything with everything. */
    private static final int MOST_CANDIDATES = 2000;

    private static final int LONGEST_WORD = 200;

    private Suggestions() {}

    /**
     * The candidate nearest to {@code word} by edit distance, where it is close: at most one edit in three characters,
     * letter case not counted. Empty where there is too much to compare.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD || candidates.size() > MOST_CANDIDATES) {
            return Optional.empty();
        }
        int limit = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(word, candidate)))
                .filter(near -> near.distance() <= limit)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .map(Near::candidate);
    }

    /** The candidates in backticks, joined by commas; empty where there are none or too many to read. */
    public static Optional<String> shortList(Collection<String> candidates) {
        if (candidates.isEmpty() || candidates.size() > SHORT_LIST) {
            return Optional.empty();
        }
        return Optional.of(
                candidates.stream().map(candidate -> "`" + candidate + "`").collect(Collectors.joining(", ")));
    }

    /** How many letters to replace, insert, remove or swap with their neighbour; letter case not counted. */
    private static int distance(String first, String second) {
        int[][] edits = new int[first.length() + 1][second.length() + 1];
        for (int line = 0; line <= first.length(); line++) {
            for (int column = 0; column <= second.length(); column++) {
                edits[line][column] =
                        line == 0 || column == 0 ? line + column : edits(edits, first, second, line, column);
            }
        }
        return edits[first.length()][second.length()];
    }

    private static int edits(int[][] edits, String first, String second, int line, int column) {
        boolean isSame = same(first.charAt(line - 1), second.charAt(column - 1));
        int replaced = edits[line - 1][column - 1] + (isSame ? 0 : 1);
        int fewest = Math.min(replaced, Math.min(edits[line - 1][column], edits[line][column - 1]) + 1);
        boolean isSwapped = line > 1
                && column > 1
                && same(first.charAt(line - 1), second.charAt(column - 2))
                && same(first.charAt(line - 2), second.charAt(column - 1));
        return isSwapped ? Math.min(fewest, edits[line - 2][column - 2] + 1) : fewest;
    }

    private static boolean same(char first, char second) {
        return Character.toLowerCase(first) == Character.toLowerCase(second);
    }

    private record Near(String candidate, int distance) {}
}
