package dev.skald.codegen.differential;

import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.differential.Sketch.Whole;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.dsl.language.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;

/**
 * A random saga that did not do what its plan means, and what happened in it.
 *
 * @param sketch of the saga
 * @param pattern that it has
 * @param script what happened
 * @param mischief what happened behind that
 */
record Found(Shrinkable<Whole> sketch, Pattern pattern, Script script, Mischief mischief) {

    private static final int AT_ONCE = 30;
    private static final int MOST_TRIALS = 300;

    /**
     * The smallest of those that differ, too, as far as it is found in a while; it itself where it did so by chance.
     */
    Found smallest() throws Exception {
        Set<String> tried = new HashSet<>();
        Found smallest = this;
        List<Found> candidates = smallest.smaller(tried);
        while (!candidates.isEmpty() && tried.size() < MOST_TRIALS) {
            List<Found> different = differing(candidates);
            smallest = different.isEmpty() ? smallest : different.get(0);
            candidates = smallest.smaller(tried);
        }
        return smallest;
    }

    /** The next that are a little smaller and have not been tried. */
    private List<Found> smaller(Set<String> tried) {
        Stream<Found> scripts =
                SmallerScripts.of(script).stream().map(smaller -> new Found(sketch, pattern, smaller, mischief));
        Stream<Found> mischiefs = Stream.of(new Found(sketch, pattern, script, new Mischief(0)));
        Stream<Found> sketches = sketch.shrink().map(smaller -> new Found(smaller, pattern, script, mischief));
        return Stream.of(sketches, mischiefs, scripts)
                .flatMap(all -> all)
                .filter(found -> !found.text("Same").equals(text("Same"))
                        || !found.script.equals(script)
                        || !found.mischief.equals(mischief))
                .filter(found -> tried.add(found.text("Same") + found.script + found.mischief))
                .limit(AT_ONCE)
                .toList();
    }

    private static List<Found> differing(List<Found> candidates) throws Exception {
        List<String> files = new ArrayList<>();
        candidates.forEach(found -> files.add(found.text(name(files.size()))));
        Set<String> different = Trials.of(files, plans -> {
                    List<Run> runs = new ArrayList<>();
                    for (int index = 0; index < candidates.size(); index++) {
                        runs.add(candidates.get(index).run(plans, name(index)));
                    }
                    return runs;
                })
                .stream()
                .map(mismatch -> mismatch.run().plan().name().simpleName())
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(found -> different.contains(name(candidates.indexOf(found))))
                .toList();
    }

    private static String name(int index) {
        return "Candidate" + index;
    }

    /** The file of the saga. */
    String text(String name) {
        return SketchText.file(name, pattern, sketch.value());
    }

    private Run run(List<SagaPlan> plans, String name) {
        SagaPlan plan = plans.stream()
                .filter(one -> one.name().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Run(plan, script, mischief);
    }
}
