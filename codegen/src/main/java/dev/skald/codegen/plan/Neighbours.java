package dev.skald.codegen.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps that stand next to each other and may run at once, as far as none needs what another does: each waits for those
 * that it needs, and for no other. Where the order is the one written anyway, they are taken one by one.
 */
final class Neighbours {

    private final Map<String, StepPlan> steps = new LinkedHashMap<>();

    /** What each waits for in the end, directly or not. */
    private final Map<String, Set<String>> awaited = new LinkedHashMap<>();

    /** The step stands next to those before. */
    void add(StepPlan step, Set<String> needed) {
        List<String> direct = steps.keySet().stream().filter(needed::contains).toList();
        Set<String> all = new HashSet<>(direct);
        direct.forEach(name -> all.addAll(awaitedBy(name)));
        // Whoever waits for one waits for all that that one waits for.
        List<String> needsSaying = direct.stream()
                .filter(name ->
                        direct.stream().noneMatch(other -> awaitedBy(other).contains(name)))
                .toList();
        steps.put(step.name(), step.waitingFor(needsSaying));
        awaited.put(step.name(), all);
    }

    /** What is done to take them; behind it there are none any more. */
    List<Action> taken() {
        List<Action> actions = new ArrayList<>();
        List<StepPlan> group = new ArrayList<>();
        for (StepPlan step : steps.values()) {
            if (isBarrier(step)) {
                actions.addAll(taken(group));
                group.clear();
            }
            group.add(step);
        }
        actions.addAll(taken(group));
        steps.clear();
        awaited.clear();
        return actions;
    }

    /** Whether the step, and each that follows, waits for all that stand before the step. */
    private boolean isBarrier(StepPlan step) {
        List<String> names = List.copyOf(steps.keySet());
        int place = names.indexOf(step.name());
        List<String> before = names.subList(0, place);
        return names.subList(place, names.size()).stream()
                .allMatch(name -> awaitedBy(name).containsAll(before));
    }

    private static List<Action> taken(List<StepPlan> group) {
        if (group.size() < 2) {
            return group.stream()
                    .<Action>map(step -> step.waitingFor(List.of()))
                    .toList();
        }
        List<String> names = group.stream().map(StepPlan::name).toList();
        return List.of(new Action.Concurrent(group.stream()
                .map(step -> step.waitingFor(
                        step.after().stream().filter(names::contains).toList()))
                .toList()));
    }

    private Set<String> awaitedBy(String name) {
        return awaited.getOrDefault(name, Set.of());
    }
}
