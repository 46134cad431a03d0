package dev.skald.codegen.differential;

import dev.skald.codegen.differential.Sketch.Kind;
import dev.skald.codegen.differential.Sketch.Pivot;
import dev.skald.codegen.differential.Sketch.Undo;
import dev.skald.codegen.differential.Sketch.Unknown;
import dev.skald.codegen.differential.Sketch.Whole;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes sketches of sagas at random. */
final class Sketches {

    private static final int DEPTH = 2;

    private Sketches() {}

    /** Sagas with all statements of flow. */
    static Arbitrary<Whole> sagas() {
        return Combinators.combine(
                        Arbitraries.of(false, true), block(DEPTH, 1, 5), Arbitraries.of(Pivot.class), block(1, 0, 2))
                .as(Whole::new);
    }

    /** Sagas whose steps come one after the other, each of which is always taken or on a condition. */
    static Arbitrary<Whole> chains() {
        return Combinators.combine(Arbitraries.of(false, true), links(1, 4), Arbitraries.of(Pivot.class), links(0, 2))
                .as(Whole::new);
    }

    private static Arbitrary<List<Sketch>> links(int least, int most) {
        Arbitrary<Sketch> onCondition = Combinators.combine(
                        form(), step().list().ofSize(1))
                .as((form, then) -> new Sketch.Choice(form, then, List.of()));
        return Arbitraries.frequencyOf(Tuple.of(3, step()), Tuple.of(1, onCondition))
                .list()
                .ofMinSize(least)
                .ofMaxSize(most);
    }

    private static Arbitrary<List<Sketch>> block(int depth, int least, int most) {
        return sketch(depth).list().ofMinSize(least).ofMaxSize(most);
    }

    private static Arbitrary<Sketch> sketch(int depth) {
        Arbitrary<Sketch> pause = Arbitraries.create(Sketch.Wait::new);
        if (depth == 0) {
            return Arbitraries.frequencyOf(
                    Tuple.of(10, step()), Tuple.of(1, run()), Tuple.of(1, pause), Tuple.of(1, leave()));
        }
        return Arbitraries.frequencyOf(
                Tuple.of(10, step()),
                Tuple.of(1, run()),
                Tuple.of(2, choice(depth - 1)),
                Tuple.of(2, loop(depth - 1)),
                Tuple.of(3, branches(depth - 1)),
                Tuple.of(2, await(depth - 1)),
                Tuple.of(1, pause),
                Tuple.of(1, leave()));
    }

    private static Arbitrary<Sketch> step() {
        return Combinators.combine(
                        number(),
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(Undo.class),
                        Arbitraries.of(Unknown.class),
                        form(),
                        form())
                .as(Sketch.Step::new);
    }

    private static Arbitrary<Sketch> run() {
        return Combinators.combine(number(), form()).as(Sketch.Run::new);
    }

    private static Arbitrary<Sketch> choice(int depth) {
        return Combinators.combine(form(), block(depth, 1, 2), block(depth, 0, 2))
                .as(Sketch.Choice::new);
    }

    private static Arbitrary<Sketch> loop(int depth) {
        return Combinators.combine(number(), form(), Arbitraries.integers().between(1, 3), block(depth, 1, 2))
                .as(Sketch.Loop::new);
    }

    private static Arbitrary<Sketch> branches(int depth) {
        return Combinators.combine(
                        form(), block(depth, 1, 3).list().ofMinSize(1).ofMaxSize(3))
                .as(Sketch.Branches::new);
    }

    private static Arbitrary<Sketch> await(int depth) {
        return Combinators.combine(number(), form(), block(depth, 0, 1)).as(Sketch.Await::new);
    }

    private static Arbitrary<Sketch> leave() {
        return Combinators.combine(form(), Arbitraries.of(true, false)).as(Sketch.Leave::new);
    }

    private static Arbitrary<Integer> form() {
        return Arbitraries.integers().between(0, 23);
    }

    /** Names stay as they are when a sketch is made smaller, so that what is said of a step still is. */
    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(1, 999).dontShrink();
    }
}
