package dev.skald.codegen.plan;

import java.util.ArrayList;
import java.util.List;

/** What a chain does whose links all begin at once: each before the point of no return, then one after the other. */
final class AtOnce {

    private AtOnce() {}

    /** The flow of a mediator that did the same. */
    static List<Action> of(List<Action> flow) {
        List<List<Action>> branches = new ArrayList<>();
        List<Action> behind = new ArrayList<>();
        for (Action action : flow) {
            boolean waitsForAll = action instanceof Action.Return
                    || Links.stepOf(action).kind().isPointOfNoReturn();
            if (waitsForAll || !behind.isEmpty()) {
                behind.add(action);
            } else {
                branches.add(List.of(action));
            }
        }
        List<Action> all = new ArrayList<>();
        if (!branches.isEmpty()) {
            all.add(new Action.Parallel(branches, List.of(), flow.get(0).source()));
        }
        all.addAll(behind);
        return all;
    }
}
