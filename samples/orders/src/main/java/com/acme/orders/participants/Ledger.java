package com.acme.orders.participants;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a participant did, refused and took back, line by line; nothing is ever struck out. By the ledger it also knows
 * a request again, and so keeps what every participant of a saga promises: the same call has the same answer, a request
 * that comes after its undo is turned away, and an undo whose request never came succeeds.
 *
 * <p>It lives in memory, for one process. A real service keeps its lines in its database, in the transaction that does
 * the work.
 */
public final class Ledger {

    /** What a line tells. */
    public enum Mark {
        /** It was done. */
        DONE,
        /** The participant answered with one of its declared errors: nothing happened. */
        REFUSED,
        /** It was taken back. */
        UNDONE,
        /** It was to be taken back, but had never been done. */
        NOTHING_TO_UNDO
    }

    /**
     * One line.
     *
     * @param at when it was written
     * @param participant whose ledger it is in
     * @param call which call of which saga it belongs to
     * @param what the work that was done, refused or undone, in words
     * @param mark what became of it
     */
    public record Line(Instant at, String participant, SagaCall call, String what, Mark mark) {}

    private final String participant;
    private final Consumer<Line> reader;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();

    /**
     * Opens an empty ledger.
     *
     * @param participant whose ledger it is
     * @param reader is told each line once it is written
     */
    public Ledger(String participant, Consumer<Line> reader) {
        this.participant = participant;
        this.reader = reader;
    }

    /**
     * Does something for a saga, unless it was done before: then the earlier answer, or refusal, is given again.
     *
     * @param call the call that asks for it
     * @param what the work, in words
     * @param work the work; a declared error that it throws is an answer as well
     * @param <T> the answer
     * @return the answer
     */
    public synchronized <T> T once(SagaCall call, String what, Supplier<T> work) {
        if (!answers.containsKey(call.key())) {
            turnAwayAfterUndo(call);
            answers.put(call.key(), answer(call, what, work));
        }
        Object answer = answers.get(call.key());
        if (answer instanceof DeclaredError refusal) {
            throw refusal;
        }
        @SuppressWarnings("unchecked") // A key belongs to one step, and a step to one operation.
        T known = (T) answer;
        return known;
    }

    /**
     * Does something that has no answer for a saga, unless it was done before.
     *
     * @param call the call that asks for it
     * @param what the work, in words
     * @param work the work
     */
    public void once(SagaCall call, String what, Runnable work) {
        once(call, what, () -> {
            work.run();
            return Mark.DONE;
        });
    }

    /**
     * Takes something back for a saga, unless that was done before.
     *
     * @param call the call that asks for it
     * @param work takes it back; runs only where there is something to take back
     */
    public synchronized void undo(SagaCall call, Runnable work) {
        if (answers.containsKey(call.key())) {
            return;
        }
        Optional<Line> done = lineOf(call).filter(line -> line.mark() == Mark.DONE);
        done.ifPresent(line -> work.run());
        answers.put(call.key(), Mark.UNDONE);
        write(call, done.map(Line::what).orElse(call.step()), done.isPresent() ? Mark.UNDONE : Mark.NOTHING_TO_UNDO);
    }

    /**
     * Reads the ledger.
     *
     * @return a copy of its lines, oldest first
     */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    private Optional<Line> lineOf(SagaCall undo) {
        String request = key(undo, SagaCall.Phase.DO);
        return lines.stream().filter(line -> line.call().key().equals(request)).findFirst();
    }

    private <T> Object answer(SagaCall call, String what, Supplier<T> work) {
        try {
            T answer = work.get();
            write(call, what, Mark.DONE);
            return answer;
        } catch (DeclaredError refusal) {
            write(call, what, Mark.REFUSED);
            return refusal;
        }
    }

    private void turnAwayAfterUndo(SagaCall call) {
        if (answers.containsKey(key(call, SagaCall.Phase.UNDO))) {
            throw new IllegalStateException("This request comes after its undo: " + call.key());
        }
    }

    private void write(SagaCall call, String what, Mark mark) {
        Line line = new Line(Instant.now(), participant, call, what, mark);
        lines.add(line);
        reader.accept(line);
    }

    private static String key(SagaCall call, SagaCall.Phase phase) {
        return new SagaCall(call.sagaId(), call.saga(), call.step(), call.iteration(), phase, call.moment()).key();
    }
}
