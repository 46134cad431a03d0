package com.acme.eight.participants;

import dev.skald.runtime.SagaCall;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A book of what a participant did, refused and took back: lines are added, and nothing is ever struck out.
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
     * @param mark what became of it
     */
    public record Line(Instant at, String participant, SagaCall call, Mark mark) {}

    private final String participant;
    private final Consumer<Line> reader;
    private final List<Line> lines;

    /**
     * Opens an empty ledger.
     *
     * @param participant whose ledger it is
     */
    public Ledger(String participant) {
        this(participant, List.of(), line -> {});
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
        this.lines = new CopyOnWriteArrayList<>(lines);
    }

    /**
     * Writes what became of a call.
     *
     * @param call the call
     * @param mark what became of it
     */
    public void write(SagaCall call, Mark mark) {
        Line line = new Line(Instant.now(), participant, call, mark);
        lines.add(line);
        reader.accept(line);
    }

    /**
     * Reads the ledger.
     *
     * @return a copy of its lines, oldest first
     */
    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
