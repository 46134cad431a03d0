package dev.skald.codegen.testing;

import dev.skald.codegen.interpret.Facts;
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
    private final int mostOfEach;
    private final List<Verb> verbs;
    private final List<Script> found = new ArrayList<>();

    private Scripts(SagaPlan plan, int mostOfEach, List<Verb> verbs) {
        this.plan = plan;
        this.mostOfEach = mostOfEach;
        this.verbs = verbs;
    }

    /**
     * All scripts of a saga.
     *
     * @param mostGoWrong how many rounds of asking do not succeed, at most
     * @param mostOfEach how many of them ask for the same, at most: one or two
     * @param verbs what the operator may do when something is stuck
     */
    public static List<Script> of(SagaPlan plan, int mostGoWrong, int mostOfEach, Verb... verbs) {
        return of(plan, Facts.NONE, mostGoWrong, mostOfEach, verbs);
    }

    /** All scripts of a saga in runs in which that is so. */
    public static List<Script> of(SagaPlan plan, Facts facts, int mostGoWrong, int mostOfEach, Verb... verbs) {
        Scripts scripts = new Scripts(plan, mostOfEach, List.of(verbs));
        scripts.extend(Script.HAPPY.with(facts), Set.of(), mostGoWrong);
        return scripts.found;
    }

    /** Decides about the first call that is not decided about, in every way. */
    private void extend(Script script, Set<Request> decided, int mayGoWrong) {
        Trace trace = Interpreter.run(plan, script);
        Optional<Request> next = trace.calls().stream()
                .flatMap(together -> together.stream().sorted(Comparator.comparing(Request::toString)))
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
        goWrongOnce(script, request).forEach(way -> extend(way, more, mayGoWrong - 1));
        if (mayGoWrong > 1 && mostOfEach > 1) {
            goWrongTwice(script, request).forEach(way -> extend(way, more, mayGoWrong - 2));
        }
    }

    private List<Script> goWrongOnce(Script script, Request request) {
        List<Script> ways = new ArrayList<>();
        if (canBeRefused(request)) {
            Script refused = script.with(request, Outcome.REFUSED);
            // Who refuses once refuses again: the same key has the same answer.
            Script refusedAgain = script.with(request, Outcome.REFUSED, Outcome.REFUSED);
            ways.addAll(isStuck(refused, request) ? settled(refusedAgain, request) : List.of(refused));
        }
        ways.addAll(settled(script.with(request, Outcome.UNKNOWN), request));
        return ways;
    }

    /** With all that the operator may do, if that is stuck. */
    private List<Script> settled(Script script, Request request) {
        return isStuck(script, request)
                ? verbs.stream().map(verb -> script.with(request, verb)).toList()
                : List.of(script);
    }

    /** It is asked for a second time, by itself or by the operator, and does not succeed then either. */
    private List<Script> goWrongTwice(Script script, Request request) {
        List<Script> ways = new ArrayList<>();
        if (isStuck(script.with(request, Outcome.UNKNOWN), request)) {
            ways.add(script.with(request, Outcome.UNKNOWN, Outcome.UNKNOWN));
            if (canBeRefused(request)) {
                ways.add(script.with(request, Outcome.UNKNOWN, Outcome.REFUSED));
            }
            if (verbs.contains(Verb.RETRY)) {
                ways.add(ways.get(0).with(request, Verb.RETRY, Verb.WAIT));
                ways.add(ways.get(0).with(request, Verb.RETRY, Verb.RETRY));
            }
        }
        return ways;
    }

    private boolean isStuck(Script script, Request request) {
        return Interpreter.run(plan, script).notices().contains(request);
    }

    private boolean canBeRefused(Request request) {
        return request.phase() == Phase.DO
                && plan.steps().stream()
                        .filter(step -> step.name().equals(request.step()))
                        .anyMatch(StepPlan::canBeRefused);
    }
}
