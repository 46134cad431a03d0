package dev.skald.dsl.rule;

import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.List;

/**
 * Counts the events that the history of an orchestrated saga's workflow has at most: forward, and back again where
 * something is refused as late as possible. What was measured on a real server (version 1.32.0 with the Java SDK
 * 1.38.0):
 *
 * <ul>
 *   <li>an empty workflow has 5, a call or an undo adds 6 (3 of its own, and 3 of the workflow task that learns its
 *       outcome): three steps 23, the third refused and two undos 35;
 *   <li>another attempt of a call adds none;
 *   <li>the answer before the end adds 2; a timer that fires 5, so that a deadline does; each entry of the search
 *       attribute {@code SagaState} 1;
 *   <li>an event that comes 4 (a signal and a workflow task), and the timer beside it, started and cancelled, 2; where
 *       it fires instead it is no more;
 *   <li>a saga within 11, and as many for its undo.
 * </ul>
 *
 * <p>Of a choice the larger branch counts, branches at once add up, and a loop counts as often as its {@code max} says.
 * That calls which run at once share workflow tasks is left out: they need not. What operators do, and how often a call
 * is scheduled anew that must succeed and does not, is left out, too: neither is of the definition's making.
 */
final class HistoryEvents {

    private static final long WORKFLOW = 5;
    private static final long CALL = 6;
    private static final long EARLY_ANSWER = 2;
    private static final long FIRED_TIMER = 5;
    private static final long STATES = 4;
    private static final long EVENT = 4;
    private static final long CANCELLED_TIMER = 2;
    private static final long SUB_SAGA = 11;

    /** What it adds to a step that somebody is told of its moment: once more where another's is over meanwhile. */
    private final long telling;

    private HistoryEvents(Saga saga) {
        this.telling = saga.onStateChange().isEmpty() ? 0 : (saga.isAsync() ? 2 * CALL : CALL);
    }

    /** The most events that there can be. */
    static long of(Saga saga) {
        long start = WORKFLOW + EARLY_ANSWER + STATES + (saga.deadline().isPresent() ? FIRED_TIMER : 0);
        long end = saga.onStateChange().isPresent() ? CALL : 0;
        return new HistoryEvents(saga)
                        .run(saga.body(), new Run(start, 0, start))
                        .most()
                + end;
    }

    /** The most events that one loop can add, its undos included. */
    static long of(Saga saga, Statement.For loop) {
        return new HistoryEvents(saga).run(List.of(loop), Run.NOTHING).most();
    }

    private Run run(List<Statement> block, Run before) {
        Run run = before;
        for (Statement statement : block) {
            run = run(statement, run);
        }
        return run;
    }

    private Run run(Statement statement, Run before) {
        if (statement instanceof Step step) {
            return run(step, before);
        }
        if (statement instanceof SubSaga) {
            return before.then(SUB_SAGA, SUB_SAGA);
        }
        if (statement instanceof Statement.If choice) {
            return run(choice.then(), before).orLonger(run(choice.otherwise(), before));
        }
        if (statement instanceof Statement.Parallel parallel) {
            Run run = before;
            for (List<Statement> branch : parallel.branches()) {
                run = run(branch, run);
            }
            return run;
        }
        if (statement instanceof Statement.For loop) {
            Run round = run(loop.body(), Run.NOTHING);
            return before.then(round, loop.max().orElse(1));
        }
        if (statement instanceof Statement.Await await) {
            Run come = before.then(EVENT + (await.within().isPresent() ? CANCELLED_TIMER : 0), 0);
            return await.otherwise().map(otherwise -> run(otherwise, come)).orElse(come);
        }
        return statement instanceof Statement.Wait ? before.then(FIRED_TIMER, 0) : before;
    }

    private Run run(Step step, Run before) {
        long probe = step.unknownClause().flatMap(Step.UnknownClause::probe).isPresent() ? 2 * CALL : 0;
        long told = step.moment().isPresent() ? telling : 0;
        Run run = before.then(CALL + probe + told, step.undo().isPresent() ? CALL : 0);
        return step.kind().isPointOfNoReturn() ? run.withoutUndos() : run;
    }

    /**
     * What has happened up to a place.
     *
     * @param forward the events of what was done
     * @param undos the events that it would take to undo that
     * @param most the most events that there can be if the saga ends there, or has ended before
     */
    private record Run(long forward, long undos, long most) {

        /** Above it no more is counted: a few loops within each other are more than a number can hold. */
        private static final long ENOUGH = 1_000_000_000;

        private static final Run NOTHING = new Run(0, 0, 0);

        private Run {
            forward = Math.min(forward, ENOUGH);
            undos = Math.min(undos, ENOUGH);
            most = Math.min(most, ENOUGH);
        }

        Run then(long events, long toUndo) {
            return new Run(forward + events, undos + toUndo, Math.max(most, forward + events + undos + toUndo));
        }

        Run then(Run round, int times) {
            long rounds = Math.max(0, times);
            long last = Math.max(round.most(), round.forward() + round.undos());
            long whole = Math.max(0, rounds - 1) * (round.forward() + round.undos()) + (rounds == 0 ? 0 : last);
            return new Run(
                    forward + rounds * round.forward(),
                    undos + rounds * round.undos(),
                    Math.max(most, forward + undos + whole));
        }

        Run withoutUndos() {
            return new Run(forward, 0, most);
        }

        Run orLonger(Run other) {
            return new Run(Math.max(forward, other.forward), Math.max(undos, other.undos), Math.max(most, other.most));
        }
    }
}
