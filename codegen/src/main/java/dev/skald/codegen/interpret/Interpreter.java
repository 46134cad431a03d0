package dev.skald.codegen.interpret;

import dev.skald.codegen.interpret.Fork.Leaving;
import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaState;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.dsl.language.StepKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan as its words say, against a script of what happens, without Temporal. It reads nothing but the plan, and
 * never asks which pattern that was made from. Cancels, deadlines and what else takes time do not happen here.
 *
 * <p>What runs at the same time keeps pace: each branch asks for its next step, all are answered, those that say no
 * first, and then each goes on. Another saga that is run is one request.
 */
public final class Interpreter {

    private final SagaPlan plan;
    private final Facts facts;
    private final Cursor script;
    private final Recorder record;
    private final Undoing undoing;
    private final Results results;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Asked> stuck = new ArrayList<>();

    /** Those of them that were refused in a saga that undoes nothing: they are not asked again by themselves. */
    private final List<Asked> stopped = new ArrayList<>();

    private boolean committed;
    private @Nullable Leaving left;

    private Interpreter(SagaPlan plan, Script script) {
        this.plan = plan;
        this.facts = script.facts();
        this.script = new Cursor(script);
        this.record = new Recorder(plan);
        this.results = new Results(plan.actions());
        this.undoing = new Undoing(plan, this.script, record);
    }

    /** What is seen of a saga in which the script happens. */
    public static Trace run(SagaPlan plan, Script script) {
        Interpreter interpreter = new Interpreter(plan, script);
        interpreter.run();
        return interpreter.record.trace();
    }

    private void run() {
        Way whole = new Way(null, plan.front().flow(), 0);
        if (plan.lead() == Lead.CHAIN_AT_ONCE) {
            whole = new Way(null, List.of(), 0);
            whole.split(Forks.ofLinks(plan, whole));
        }
        goOn(whole);
        while (!whole.isOver() && moves()) {
            answer();
            goOn(whole);
            if (asked.isEmpty()) {
                record.rests();
            }
        }
        if (!whole.isOver()) {
            return;
        }
        if (left == null) {
            record.completed();
        } else if (left == Leaving.ABANDONED) {
            record.move(SagaState.RESOLVED_MANUALLY);
        } else {
            undoing.run();
        }
    }

    /** Goes a way until it waits for an answer. */
    private void goOn(Way way) {
        way.fork().ifPresent(fork -> goOn(way, fork));
        while (way.isFree()) {
            way.next().ifPresentOrElse(action -> act(action, way), way::end);
        }
    }

    private void goOn(Way way, Fork fork) {
        do {
            fork.begun().forEach(this::goOn);
        } while (fork.canBegin());
        if (way.fork().isPresent() && fork.isOver()) {
            join(fork);
        }
    }

    /** All of its ways are over. */
    private void join(Fork fork) {
        Way owner = fork.owner();
        owner.join();
        Leaving how = fork.left();
        if (how != null) {
            leave(owner, how);
        }
    }

    private void act(Action action, Way way) {
        if (action instanceof StepPlan step) {
            ask(Task.of(step, way.round()), way);
        } else if (action instanceof SubSagaPlan run) {
            ask(Task.of(run, way.round()), way);
        } else if (action instanceof Action.Choice choice) {
            way.enter(holds(choice, way) ? choice.then() : choice.otherwise(), way.round());
        } else if (action instanceof Action.Concurrent concurrent) {
            split(way, Forks.ofSteps(concurrent.steps(), way));
        } else if (action instanceof Action.Parallel parallel) {
            Fork fork = new Fork(way, Integer.MAX_VALUE);
            parallel.branches().forEach(branch -> fork.add(branch, way.round()));
            split(way, fork);
        } else if (action instanceof Action.Loop loop) {
            loop(loop, way);
        } else if (action instanceof Action.AwaitEvent await) {
            await(await, way);
        } else if (action instanceof Action.Pause) {
            waits(way);
        } else if (action instanceof Action.Fail fail) {
            fails(way, fail.error().name().simpleName(), Reason.FAILED);
        } else if (action instanceof Action.HandOver handOver) {
            handOver(handOver.next(), way);
        } else {
            way.end();
        }
    }

    /** A link that is over then knows of its step whether it was taken, whatever comes of the saga. */
    private void handOver(String next, Way way) {
        if (plan.lead() == Lead.CHAIN_THAT_PASSES_ON) {
            record.isOverBefore(next);
        }
        way.enter(linkOf(next), 0);
    }

    /** The flow of the link that takes a step. */
    private List<Action> linkOf(String step) {
        return plan.others().stream()
                .filter(workflow -> workflow.link().orElseThrow().step().name().equals(step))
                .findFirst()
                .orElseThrow()
                .flow();
    }

    private boolean holds(Action.Choice choice, Way way) {
        int round = way.round();
        return facts.hold(choice.condition(), result -> results.has(result, round));
    }

    private void ask(Task task, Way way) {
        if (!committed && isLeftByOthers(way)) {
            way.end();
            return;
        }
        committed |= task.commits();
        record.begins(task);
        asked.add(new Asked(task, way));
        way.waits();
    }

    private void split(Way way, Fork fork) {
        way.split(fork);
        goOn(way, fork);
    }

    private void loop(Action.Loop loop, Way way) {
        int size = facts.size(loop.in());
        if (size > loop.max()) {
            fails(way, Facts.words(loop.in()), Reason.TOO_MANY_ROUNDS);
            return;
        }
        int round = way.round();
        way.behind(() -> loop.results().forEach(list -> results.add(list.variable(), round)));
        if (loop.parallel()) {
            Fork fork = new Fork(way, loop.concurrency().orElse(Integer.MAX_VALUE));
            for (int index = 1; index <= size; index++) {
                fork.add(loop.body(), Way.number(way.round(), index, loop.max()));
            }
            split(way, fork);
        } else {
            way.goRound(loop.body(), size, loop.max());
        }
    }

    private void await(Action.AwaitEvent await, Way way) {
        boolean comes = await.within().isEmpty() || !facts.missing().contains(await.name());
        if (!waits(way)) {
            return;
        }
        if (comes) {
            results.add(await.event().name(), way.round());
            return;
        }
        await.otherwise().ifPresent(otherwise -> way.enter(otherwise, way.round()));
    }

    /** Answers whether it has waited, and was not left meanwhile. */
    private boolean waits(Way way) {
        if (isLeftByOthers(way)) {
            way.end();
            return false;
        }
        record.waits();
        return true;
    }

    private static boolean isLeftByOthers(Way way) {
        return way.around().filter(Fork::isLeft).isPresent();
    }

    private void fails(Way way, String what, Reason reason) {
        record.fails(what, reason);
        leave(way, Leaving.NOT_COMPLETED);
    }

    private void leave(Way way, Leaving how) {
        way.end();
        Optional<Fork> around = way.around();
        if (around.isEmpty()) {
            left = how;
            return;
        }
        if (around.get().leave(how) && how == Leaving.NOT_COMPLETED) {
            willNotBeCompleted();
        }
        if (around.get().isOver()) {
            join(around.get());
        }
    }

    /** Others are in flight: a caller who is not kept waiting for undos is not kept waiting for them either. */
    private void willNotBeCompleted() {
        if (!committed && plan.answer() == Answer.BEFORE_COMPENSATION) {
            record.compensationSent();
        }
    }

    /** Lets something happen: what was asked is answered, an operator acts, or time passes. */
    private void answer() {
        List<Asked> round = List.copyOf(asked);
        asked.clear();
        if (!round.isEmpty()) {
            send(round);
        } else if (stuck.stream().anyMatch(this::isGivenUp)) {
            stuck.stream().filter(this::isGivenUp).toList().forEach(this::maybeDone);
        } else if (!operatorActs()) {
            send(stuck.stream().filter(one -> !stopped.contains(one)).toList());
        }
    }

    /** Whether anything can still happen: where a step was refused that stays so, only an operator leads on. */
    private boolean moves() {
        return !asked.isEmpty()
                || !stopped.containsAll(stuck)
                || stuck.stream().anyMatch(one -> script.hasVerb(one.request()));
    }

    private void send(List<Asked> together) {
        if (together.isEmpty()) {
            throw new IllegalStateException("nothing moves, and the saga is not over: this is a bug in Skald");
        }
        List<Answered> answers = together.stream()
                .map(one -> new Answered(one, outcome(one.task())))
                .sorted(Comparator.comparing(answered -> answered.outcome() == Outcome.DONE))
                .toList();
        record.sent(answers.stream().map(answered -> answered.asked().request()).toList());
        answers.forEach(answered -> take(answered.asked(), answered.outcome()));
    }

    private Outcome outcome(Task task) {
        Outcome outcome = script.outcome(task.request());
        return outcome == Outcome.REFUSED && !task.canBeRefused() ? Outcome.UNKNOWN : outcome;
    }

    private void take(Asked one, Outcome outcome) {
        switch (outcome) {
            case DONE -> done(one);
            case REFUSED -> refused(one);
            case UNKNOWN -> unknown(one);
        }
    }

    private void done(Asked one) {
        stuck.remove(one);
        stopped.remove(one);
        record.done(one.task());
        tookEffect(one);
        results.add(one.task().name(), one.task().round());
        one.way().answered();
    }

    /** In a saga that undoes nothing it stops there, until somebody decides. */
    private void refused(Asked one) {
        if (plan.answer().compensates()) {
            notDone(one, Reason.REFUSED);
            return;
        }
        stopped.add(one);
        isStuck(one);
        record.stops(one.task());
    }

    private void notDone(Asked one, Reason reason) {
        stuck.remove(one);
        record.notDone(one.task(), StepState.REFUSED);
        fails(one.way(), one.task().name(), reason);
    }

    /** It did, or may have. */
    private void tookEffect(Asked one) {
        Task task = one.task();
        if (task.undo().isPresent()) {
            undoing.add(task, one.way().past());
            one.way().passes(task);
        }
    }

    /** It may have happened. */
    private void unknown(Asked one) {
        Task task = one.task();
        if (task.unknown().isEmpty()) {
            record.notDone(task, StepState.UNKNOWN);
            undoing.leaveOpen();
            fails(one.way(), task.name(), Reason.UNKNOWN);
            return;
        }
        switch (task.unknown().get()) {
            case COMPENSATE -> maybeDone(one);
            case REFUSE -> notDone(one, Reason.UNKNOWN);
            case ESCALATE -> {
                record.escalates(task);
                isStuck(one);
            }
            case ASK_AGAIN -> {
                if (isGivenUp(one)) {
                    maybeDone(one);
                } else {
                    isStuck(one);
                }
            }
        }
    }

    private void maybeDone(Asked one) {
        stuck.remove(one);
        boolean hasEffect = one.task().kind() == StepKind.COMPENSATABLE;
        record.notDone(one.task(), hasEffect ? StepState.UNKNOWN : StepState.REFUSED);
        tookEffect(one);
        fails(one.way(), one.task().name(), Reason.UNKNOWN);
    }

    /** What can be undone without being known is not asked again in a saga that will not be completed. */
    private boolean isGivenUp(Asked one) {
        boolean canBeUndone =
                one.task().unknown().filter(Unknown.ASK_AGAIN::equals).isPresent();
        return canBeUndone && !committed && isLeftByOthers(one.way());
    }

    private void isStuck(Asked one) {
        record.become(one.task(), StepState.NEEDS_ATTENTION);
        if (!stuck.contains(one)) {
            stuck.add(one);
            record.notifyAdmin(one.request());
        }
    }

    /** Whether the operator has done anything about one of those that are stuck. */
    private boolean operatorActs() {
        for (int index = stuck.size() - 1; index >= 0; index--) {
            Asked one = stuck.get(index);
            Verb verb = script.verb(one.request());
            if (verb != Verb.WAIT) {
                act(one, verb);
                return true;
            }
        }
        return false;
    }

    private void act(Asked one, Verb verb) {
        if (!isAllowed(verb, one.task())) {
            record.refused(one.request(), verb);
            return;
        }
        switch (verb) {
            case CONFIRM_DONE -> done(one);
            case CONFIRM_NOT_DONE -> notDone(one, Reason.CONFIRMED_NOT_DONE);
            case ABANDON -> {
                record.fails(one.task().name(), Reason.ABANDONED);
                undoing.giveUp();
                stuck.forEach(each -> leave(each.way(), Leaving.ABANDONED));
                stuck.clear();
                stopped.clear();
            }
            case RETRY, WAIT, SKIP -> send(List.of(one));
        }
    }

    private boolean isAllowed(Verb verb, Task task) {
        boolean mustBeDone = !plan.answer().compensates() || (committed && task.kind() != StepKind.PIVOT);
        return verb != Verb.SKIP && !(verb == Verb.CONFIRM_NOT_DONE && mustBeDone);
    }

    /** A task, and the way that waits for it. */
    private record Asked(Task task, Way way) {

        Request request() {
            return task.request();
        }
    }

    private record Answered(Asked asked, Outcome outcome) {}
}
