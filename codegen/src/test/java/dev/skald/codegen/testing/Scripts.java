package dev.skald.codegen.testing;

import dev.skald.codegen.interpret.Interpreter;
import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Trace;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes every script that can make a difference to a saga: all that can happen, wherever it can. */
public final class Scripts {

    private final SagaPlan plan;
    private final List<Verb> verbs;
    private final List<Script> found = new ArrayList<>();

    private Scripts(SagaPlan plan, List<Verb> verbs) {
        this.plan = plan;
        this.verbs = verbs;
    }

    /**
     * All scripts of a saga.
     *
     * @param mostGoWrong how many calls do not succeed the first time, at most
     * @param verbs what the operator may do when something is stuck
     */
    public static List<Script> of(SagaPlan plan, int mostGoWrong, Verb... verbs) {
        Scripts scripts = new Scripts(plan, List.of(verbs));
        scripts.extend(Script.HAPPY, Set.of(), mostGoWrong);
        return scripts.found;
    }

    /** Decides about the first call that is not decided about, in every way. */
    private void extend(Script script, Set<Request> decided, int mayGoWrong) {
        Trace trace = Interpreter.run(plan, script);
        Optional<Request> next = trace.calls().stream()
                .flatMap(together -> together.stream().sorted(Comparator.comparing(Request::step)))
                .filter(request -> !decided.contains(request))
                .findFirst();
        if (next.isEmpty() || mayGoWrong == 0) {
            found.add(script);
            return;
        }
        Request request = next.get();
        Set<Request> more = new HashSet<>(decided);
        more.add(request);
        extend(script, more, mayGoWrong);
        waysToGoWrong(script, request).forEach(way -> extend(way, more, mayGoWrong - 1));
    }

    private List<Script> waysToGoWrong(Script script, Request request) {
        List<Script> ways = new ArrayList<>();
        StepPlan step = step(request);
        if (request.phase() == Phase.DO && step.canBeRefused()) {
            ways.add(script.with(request, Outcome.REFUSED));
        }
        Script unknown = script.with(request, Outcome.UNKNOWN);
        boolean stuck = Interpreter.run(plan, unknown).notices().contains(request);
        if (stuck) {
            verbs.forEach(verb -> ways.add(unknown.with(request, verb)));
        } else {
            ways.add(unknown);
        }
        return ways;
    }

    private StepPlan step(Request request) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(request.step()))
                .findFirst()
                .orElseThrow();
    }
}
