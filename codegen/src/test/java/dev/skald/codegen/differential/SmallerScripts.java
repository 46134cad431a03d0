package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes scripts smaller: in each a little less happens. */
final class SmallerScripts {

    private SmallerScripts() {}

    /** The scripts in which one thing less happens. */
    static List<Script> of(Script script) {
        List<Script> smaller = new ArrayList<>();
        without(script.outcomes())
                .forEach(outcomes -> smaller.add(new Script(outcomes, script.verbs(), script.facts())));
        without(script.verbs()).forEach(verbs -> smaller.add(new Script(script.outcomes(), verbs, script.facts())));
        without(script.facts()).forEach(facts -> smaller.add(script.with(facts)));
        return smaller;
    }

    /** The script without what is said of steps that are not there. */
    static Script onlyAbout(Set<String> steps, Script script) {
        Map<Request, List<Outcome>> outcomes = new LinkedHashMap<>(script.outcomes());
        outcomes.keySet().removeIf(request -> !steps.contains(request.step()));
        outcomes.values().removeIf(List::isEmpty);
        Map<Request, List<Verb>> verbs = new LinkedHashMap<>(script.verbs());
        verbs.keySet().removeIf(request -> !steps.contains(request.step()));
        return new Script(outcomes, verbs, script.facts());
    }

    private static <T> List<Map<Request, List<T>>> without(Map<Request, List<T>> map) {
        List<Map<Request, List<T>>> smaller = new ArrayList<>();
        map.forEach((request, list) -> {
            Map<Request, List<T>> without = new LinkedHashMap<>(map);
            without.remove(request);
            smaller.add(without);
            for (int index = 0; index < list.size() && list.size() > 1; index++) {
                List<T> shorter = new ArrayList<>(list);
                shorter.remove(index);
                Map<Request, List<T>> with = new LinkedHashMap<>(map);
                with.put(request, shorter);
                smaller.add(with);
            }
        });
        return smaller;
    }

    private static List<Facts> without(Facts facts) {
        List<Facts> smaller = new ArrayList<>();
        without(facts.holding()).forEach(holding -> smaller.add(new Facts(holding, facts.sizes(), facts.missing())));
        without(facts.missing()).forEach(missing -> smaller.add(new Facts(facts.holding(), facts.sizes(), missing)));
        facts.sizes().keySet().forEach(list -> {
            Map<String, Integer> sizes = new LinkedHashMap<>(facts.sizes());
            sizes.remove(list);
            smaller.add(new Facts(facts.holding(), sizes, facts.missing()));
        });
        return smaller;
    }

    private static List<Set<String>> without(Set<String> set) {
        List<Set<String>> smaller = new ArrayList<>();
        for (String element : set) {
            Set<String> without = new LinkedHashSet<>(set);
            without.remove(element);
            smaller.add(without);
        }
        return smaller;
    }
}
