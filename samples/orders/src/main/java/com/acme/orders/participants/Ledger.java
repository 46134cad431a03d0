package com.acme.orders.participants;

import dev.skald.runtime.SagaCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A book of what a participant did, refused and took back: lines are added, and nothing is ever struck out. It is all
 * that the participant knows; what is on the shelf, for one, follows from its lines.
 *
 * <p>It lives in memory, for one process. A real service keeps its lines in its database, in the transaction that its
 * {@link dev.skald.runtime.SagaFence fence} keeps the answer in.
 */
public final class Ledger {

    /** What a line tells. */
    public enum Mark {
        /** It was done. */
        DONE,
        /** The participant answered with one of its declared errors: nothing happened. */
        REFUSED,
        /** It was taken back. */
        UNDONE
    }

    /**
     * One line.
     *
     * @param at when it was written
     * @param participant whose ledger it is in
     * @param call which call of which saga it belongs to
     * @param what the work that was done, refused or undone, in words
     * @param goods how many of each article it moves, if it moves any
     * @param mark what became of it
     */
    public record Line(
            Instant at, String participant, SagaCall call, String what, Map<String, Integer> goods, Mark mark) {}

    private final String participant;
    private final Consumer<Line> reader;
    private final List<Line> lines;

    /**
     * Opens an empty ledger.
     *
     * @param participant whose ledger it is
     * @param reader is told each line once it is written
     */
    public Ledger(String participant, Consumer<Line> reader) {
        this(participant, List.of(), reader);
    }

    /**
     * Opens a ledger that was written before.
     *
     * @param participant whose ledger it is
     * @param lines what is in it, oldest first
     * @param reader is told each further line once it is written
     */
    public Ledger(String participant, List<Line> lines, Consumer<Line> reader) {
        this.participant = participant;
        this.reader = reader;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Writes that something was done.
     *
     * @param call the request that asked for it
     * @param what the work, in words
     */
    public void did(SagaCall call, String what) {
        did(call, what, Map.of());
    }

    /**
     * Writes that something was done that moved goods.
     *
     * @param call the request that asked for it
     * @param what the work, in words
     * @param goods how many of each article it moved
     */
    public void did(SagaCall call, String what, Map<String, Integer> goods) {
        write(call, what, goods, Mark.DONE);
    }

    /**
     * Writes that something was refused, and so not done.
     *
     * @param call the request that asked for it
     * @param what the work, in words
     */
    public void refused(SagaCall call, String what) {
        write(call, what, Map.of(), Mark.REFUSED);
    }

    /**
     * Writes that something was taken back, with the goods that it had moved.
     *
     * @param undo the call that asked for it
     * @throws IllegalStateException if what it undoes was not done
     */
    public synchronized void undid(SagaCall undo) {
        Line done = lines.stream()
                .filter(line -> line.mark() == Mark.DONE)
                .filter(line -> line.call().stepKey().equals(undo.stepKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The ledger has nothing to undo for " + undo.key()));
        write(undo, done.what(), done.goods(), Mark.UNDONE);
    }

    /**
     * Counts the goods that were moved and not taken back.
     *
     * @param article the article
     * @return how many of it
     */
    public synchronized int moved(String article) {
        return lines.stream()
                .mapToInt(line -> line.goods().getOrDefault(article, 0) * (line.mark() == Mark.UNDONE ? -1 : 1))
                .sum();
    }

    /**
     * Reads the ledger.
     *
     * @return a copy of its lines, oldest first
     */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    private synchronized void write(SagaCall call, String what, Map<String, Integer> goods, Mark mark) {
        Line line = new Line(Instant.now(), participant, call, what, goods, mark);
        lines.add(line);
        reader.accept(line);
    }
}
