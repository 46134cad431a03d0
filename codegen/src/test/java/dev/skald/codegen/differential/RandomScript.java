package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Interpreter;
import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes up what happens in one run of a sketched saga: for each thing that is asked for, as long as anything is. */
final class RandomScript {

    private static final int MOST_REQUESTS = 60;
    private static final int ONE_IN = 7;
    private static final int MOST_RETRIES = 2;

    private final SagaPlan plan;
    private final Random random;
    private Script script = Script.HAPPY;

    private RandomScript(SagaPlan plan, Random random) {
        this.plan = plan;
        this.random = random;
    }

    /** A script for a saga. */
    static Script of(SagaPlan plan, Random random) {
        RandomScript script = new RandomScript(plan, random);
        script.facts();
        script.requests();
        return script.script;
    }

    private void facts() {
        Facts facts = Facts.NONE;
        for (String condition : List.of("c1", "c2", "c3")) {
            facts = random.nextBoolean() ? facts.where(condition) : facts;
        }
        for (String list : List.of("l1", "l2")) {
            int most = random.nextInt(4) == 0 ? 3 : 2;
            facts = facts.where(list, random.nextInt(most + 1));
        }
        for (String event : eventsThatMayBeMissing(plan.front().flow())) {
            facts = random.nextInt(3) == 0 ? facts.without(event) : facts;
        }
        script = script.with(facts);
    }

    /** No time is skipped while somebody is asked, so that what runs beside others gets its events. */
    private static List<String> eventsThatMayBeMissing(List<Action> block) {
        List<String> events = new ArrayList<>();
        for (Action action : block) {
            if (action instanceof Action.AwaitEvent await && await.within().isPresent()) {
                events.add(await.name());
            }
            boolean atOnce =
                    action instanceof Action.Parallel || (action instanceof Action.Loop loop && loop.parallel());
            if (!atOnce) {
                Actions.blocksOf(action).forEach(inner -> events.addAll(eventsThatMayBeMissing(inner)));
            }
        }
        return events;
    }

    /** Decides about one request after the other, in the order in which they turn up. */
    private void requests() {
        Set<Request> decided = new HashSet<>();
        Optional<Request> next = next(decided);
        while (next.isPresent() && decided.size() < MOST_REQUESTS) {
            decide(next.get());
            decided.add(next.get());
            next = next(decided);
        }
    }

    private Optional<Request> next(Set<Request> decided) {
        return Interpreter.run(plan, script).calls().stream()
                .flatMap(together -> together.stream().sorted(Comparator.comparing(Request::toString)))
                .filter(request -> !decided.contains(request))
                .findFirst();
    }

    private void decide(Request request) {
        if (random.nextInt(ONE_IN) != 0) {
            return;
        }
        List<Outcome> rounds = new ArrayList<>();
        int unknown = isRun(request) ? 0 : random.nextInt(3);
        for (int round = 0; round < unknown; round++) {
            rounds.add(Outcome.UNKNOWN);
        }
        if (canBeRefused(request) && (unknown == 0 || random.nextInt(3) == 0)) {
            rounds.add(Outcome.REFUSED);
        }
        if (rounds.contains(Outcome.REFUSED) && !plan.answer().compensates()) {
            // Whoever is asked again there by an operator says the same again.
            rounds.addAll(Collections.nCopies(MOST_RETRIES, Outcome.REFUSED));
        }
        script = script.with(request, rounds.toArray(Outcome[]::new));
        if (Interpreter.run(plan, script).notices().contains(request)) {
            script = script.with(request, verbs(rounds));
        }
    }

    /**
     * What the operator says is true: he does not say of what may have happened that it did, if it is refused later.
     */
    private Verb[] verbs(List<Outcome> rounds) {
        List<Verb> verbs = new ArrayList<>();
        for (int index = 0; index < random.nextInt(MOST_RETRIES + 1); index++) {
            verbs.add(random.nextBoolean() ? Verb.WAIT : Verb.RETRY);
        }
        List<Verb> last = new ArrayList<>(List.of(Verb.WAIT, Verb.CONFIRM_NOT_DONE, Verb.SKIP, Verb.ABANDON));
        if (!rounds.contains(Outcome.REFUSED) || rounds.get(0) == Outcome.REFUSED) {
            last.add(Verb.CONFIRM_DONE);
            last.add(Verb.CONFIRM_DONE);
        }
        verbs.add(last.get(random.nextInt(last.size())));
        return verbs.toArray(Verb[]::new);
    }

    /** Whether another saga is run, or undone. */
    private boolean isRun(Request request) {
        return Actions.allIn(plan.front().flow(), SubSagaPlan.class).stream()
                .anyMatch(run -> run.name().equals(request.step()));
    }

    private boolean canBeRefused(Request request) {
        return request.phase() == Phase.DO
                && (isRun(request)
                        || plan.steps().stream()
                                .filter(step -> step.name().equals(request.step()))
                                .anyMatch(StepPlan::canBeRefused));
    }
}
