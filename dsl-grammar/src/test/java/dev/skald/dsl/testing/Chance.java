package dev.skald.dsl.testing;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Decides at random. */
final class Chance {

    /** Stands for every place. */
    static final SourceLocation HERE = new SourceLocation("random.saga", 1, 1, 1, 1);

    private static final List<String> SNIPPETS = List.of(
            "order", " ", "\"", "\\", "${", "$", "}", "{", "'", "#", " #", ": ", ":", "\n", "\t", "😀", "\u202E", "予約",
            "\\n", "//", "/*", "*/", "- ", "no", "007", "~", ",", "[", "]", "&a", "*a", "!", "%", "@", "`", "|", ">",
            "\u0000", "\u0085", "\u2028", "\uFEFF", "é", "$${", "${x}", "?", "...", "---");

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    /** From none to before {@code limit}. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    /** Once in {@code times}. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of several makers is asked. */
    @SafeVarargs
    final <T> T oneOf(Supplier<? extends T>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    <T> Optional<T> maybe(Supplier<? extends T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }

    /** From none to {@code most} of them. */
    <T> List<T> several(int most, Supplier<? extends T> maker) {
        return exactly(random.nextInt(most + 1), maker);
    }

    <T> List<T> exactly(int count, Supplier<? extends T> maker) {
        List<T> made = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            made.add(maker.get());
        }
        return made;
    }

    /** Up to {@code most} of the values, each at most once. */
    <T> List<T> distinct(int most, Supplier<? extends T> maker) {
        Set<T> made = new LinkedHashSet<>(several(most, maker));
        return List.copyOf(made);
    }

    String text() {
        return String.join("", several(6, () -> one(SNIPPETS)));
    }

    Text textNode() {
        return new Text(text(), HERE);
    }

    Located<Duration> duration() {
        long unit = one(List.of(1L, 1_000L, 60_000L, 3_600_000L, 86_400_000L));
        return new Located<>(Duration.ofMillis(unit * (1 + random.nextInt(2_000))), HERE);
    }

    Located<Integer> count() {
        return new Located<>(1 + random.nextInt(500), HERE);
    }

    static Name name(String text) {
        return new Name(text, HERE);
    }

    static QualifiedName qualified(String text) {
        return new QualifiedName(
                Arrays.stream(text.split("\\.")).map(Chance::name).toList());
    }
}
