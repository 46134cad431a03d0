package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.LinkPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Splits a way where what comes next begins at once, as soon as what it needs is there. */
final class Forks {

    private Forks() {}

    /** Each step is a way of its own, behind those of the steps that it waits for. */
    static Fork ofSteps(List<StepPlan> steps, Way way) {
        Fork fork = new Fork(way, Integer.MAX_VALUE);
        Map<String, Way> ways = new HashMap<>();
        for (StepPlan step : steps) {
            List<Way> before = step.after().stream().map(ways::get).toList();
            ways.put(step.name(), fork.add(List.of(step), way.round(), before));
        }
        return fork;
    }

    /** Each link is a way of its own, behind those whose results it needs, or, from the pivot on, behind all before. */
    static Fork ofLinks(SagaPlan plan, Way whole) {
        Fork fork = new Fork(whole, Integer.MAX_VALUE);
        List<Way> ways = new ArrayList<>();
        boolean commits = false;
        for (WorkflowPlan workflow : plan.workflows()) {
            LinkPlan link = workflow.link().orElseThrow();
            commits |= link.step().kind().isPointOfNoReturn();
            List<Action> own = workflow.flow().stream()
                    .filter(action -> action instanceof StepPlan || action instanceof Action.Choice)
                    .toList();
            ways.add(fork.add(own, 0, commits ? List.copyOf(ways) : waysTo(link, plan, ways)));
        }
        return fork;
    }

    private static List<Way> waysTo(LinkPlan link, SagaPlan plan, List<Way> ways) {
        return IntStream.range(0, ways.size())
                .filter(index -> link.received().stream()
                        .anyMatch(result -> plan.workflows().get(index).binds(result.name())))
                .mapToObj(ways::get)
                .toList();
    }
}
