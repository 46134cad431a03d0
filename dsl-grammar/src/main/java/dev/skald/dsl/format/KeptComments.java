package dev.skald.dsl.format;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.SourceComment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The comments of a file that is written anew from its tree, each at the part of the tree that it stood at: above what
 * follows it, or, behind something on a line, above that.
 */
public final class KeptComments {

    private static final Comparator<SourceLocation> BY_PLACE =
            Comparator.comparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column);

    private final TreeSet<SourceLocation> asked = new TreeSet<>(BY_PLACE);
    private final Map<SourceLocation, List<String>> above = new HashMap<>();
    private final List<String> atEnd = new ArrayList<>();

    private KeptComments() {}

    /** No comments at all; what is printed with it tells it the places that comments could stand at. */
    public static KeptComments none() {
        return new KeptComments();
    }

    /**
     * Comments, each at one of the places that {@code places} was asked for.
     *
     * @param comments in the order written
     * @param places what the same tree was printed with
     * @param wholes the places of the declarations, out of which no comment moves
     */
    public static KeptComments of(List<SourceComment> comments, KeptComments places, List<SourceLocation> wholes) {
        KeptComments kept = new KeptComments();
        for (SourceComment comment : comments) {
            places.placeOf(comment, wholes)
                    .map(place -> kept.above.computeIfAbsent(place, any -> new ArrayList<>()))
                    .orElse(kept.atEnd)
                    .addAll(comment.lines());
        }
        return kept;
    }

    /** What is to be written above the part of the tree at {@code place}: the lines of comments. */
    public List<String> above(SourceLocation place) {
        asked.add(place);
        return above.getOrDefault(place, List.of());
    }

    /** What is to be written at the end of the file. */
    public List<String> atEnd() {
        return atEnd;
    }

    private Optional<SourceLocation> placeOf(SourceComment comment, List<SourceLocation> wholes) {
        Optional<SourceLocation> before = Optional.ofNullable(asked.floor(comment.location()));
        Optional<SourceLocation> after = Optional.ofNullable(asked.higher(comment.location()));
        boolean leaves = wholes.stream()
                .anyMatch(whole -> contains(whole, comment.location())
                        && !after.map(next -> contains(whole, next)).orElse(false));
        return !comment.alone() || leaves ? before.or(() -> after) : after;
    }

    private static boolean contains(SourceLocation whole, SourceLocation part) {
        boolean begins = BY_PLACE.compare(whole, part) < 0;
        boolean ends =
                part.line() < whole.endLine() || (part.line() == whole.endLine() && part.column() < whole.endColumn());
        return begins && ends;
    }
}
