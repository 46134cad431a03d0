package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Plans what a mediator does, block within block. Behind a block in which the point of no return may have been passed,
 * it counts as passed.
 */
final class MediatorFlow {

    private final Function<Step, StepPlan> undoable;
    private final Pace pace;
    private final SubSagas subSagas;

    /** Whether the point of no return may lie behind, on the way written. */
    private boolean committed;

    /** Whether it may lie behind because an earlier round of a loop has passed it. */
    private boolean committedByEarlierRound;

    /** Whether a branch that runs at the same time may pass it. */
    private boolean committedBySister;

    /**
     * The flow of one saga.
     *
     * @param undoable what becomes of a step before the point of no return
     * @param pace whether steps that need nothing of each other run at once
     */
    MediatorFlow(Function<Step, StepPlan> undoable, Pace pace, SubSagas subSagas) {
        this.undoable = undoable;
        this.pace = pace;
        this.subSagas = subSagas;
    }

    List<Action> lower(List<Statement> block) {
        List<Action> actions = new ArrayList<>();
        Neighbours neighbours = new Neighbours();
        for (Statement statement : block) {
            Action action = lower(statement);
            if (pace == Pace.AT_ONCE
                    && statement instanceof Step step
                    && !step.kind().isPointOfNoReturn()) {
                neighbours.add((StepPlan) action, Statements.neededBy(step));
            } else {
                actions.addAll(neighbours.taken());
                actions.add(action);
            }
        }
        actions.addAll(neighbours.taken());
        return actions;
    }

    private Action lower(Statement statement) {
        Source source = Source.of(statement.location());
        if (statement instanceof Step step) {
            return step(step);
        }
        if (statement instanceof Statement.If choice) {
            List<List<Action>> blocks = blocks(List.of(choice.then(), choice.otherwise()));
            return new Action.Choice(choice.condition(), blocks.get(0), blocks.get(1), choice.results(), source);
        }
        if (statement instanceof Statement.Parallel parallel) {
            return new Action.Parallel(branches(parallel.branches()), parallel.results(), source);
        }
        if (statement instanceof Statement.For loop) {
            return loop(loop, source);
        }
        if (statement instanceof Statement.Await await) {
            return await(await, source);
        }
        if (statement instanceof SubSaga run) {
            SubSagaPlan plan = subSagas.plan(run, committed || committedByEarlierRound);
            committed |= commits(run);
            return plan;
        }
        return end(statement, source);
    }

    private static Action end(Statement statement, Source source) {
        if (statement instanceof Statement.Wait wait) {
            return new Action.Pause(wait.duration(), source);
        }
        if (statement instanceof Statement.Fail fail) {
            return new Action.Fail(fail.error(), fail.arguments(), source);
        }
        return new Action.Return(((Statement.Return) statement).value(), source);
    }

    private StepPlan step(Step step) {
        committed |= commits(step);
        boolean looksOn = (committedByEarlierRound || committedBySister) && step.kind() == StepKind.READONLY;
        return committed || looksOn ? StepPlans.committed(step) : undoable.apply(step);
    }

    private Action loop(Statement.For loop, Source source) {
        boolean before = committedByEarlierRound;
        committedByEarlierRound |= Statements.allIn(loop.body()).anyMatch(this::commits);
        List<Action> body = blocks(List.of(loop.body())).get(0);
        committedByEarlierRound = before;
        return new Action.Loop(
                loop.item(),
                loop.itemType(),
                loop.in(),
                loop.max().orElse(Integer.MAX_VALUE),
                loop.parallel(),
                loop.concurrency().map(OptionalInt::of).orElse(OptionalInt.empty()),
                body,
                loop.results(),
                source);
    }

    private Action await(Statement.Await await, Source source) {
        return new Action.AwaitEvent(
                await.name(),
                await.type(),
                await.within(),
                await.otherwise().map(block -> blocks(List.of(block)).get(0)),
                await.event(),
                await.results(),
                source);
    }

    /** Branches, each beside all others. */
    private List<List<Action>> branches(List<List<Statement>> branches) {
        boolean around = committedBySister;
        List<List<Action>> lowered = blocks(branches, index -> {
            List<List<Statement>> sisters = new ArrayList<>(branches);
            sisters.remove(index);
            committedBySister =
                    around || sisters.stream().flatMap(Statements::allIn).anyMatch(this::commits);
        });
        committedBySister = around;
        return lowered;
    }

    /** Blocks that each begin where the statement does. */
    private List<List<Action>> blocks(List<List<Statement>> blocks) {
        return blocks(blocks, index -> {});
    }

    private List<List<Action>> blocks(List<List<Statement>> blocks, IntConsumer beginning) {
        boolean before = committed;
        boolean behind = committed;
        List<List<Action>> lowered = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            beginning.accept(index);
            committed = before;
            lowered.add(lower(blocks.get(index)));
            behind |= committed && !Statements.neverGoesOn(blocks.get(index));
        }
        committed = behind;
        return lowered;
    }

    private boolean commits(Statement statement) {
        return SubSagas.commits(statement) || (statement instanceof SubSaga run && subSagas.passesPivot(run));
    }
}
