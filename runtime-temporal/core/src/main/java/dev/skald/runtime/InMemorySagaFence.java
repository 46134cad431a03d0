package dev.skald.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * A fence in memory, for tests and for participants whose own effects are in memory, too: it knows nothing of other
 * processes, forgets everything when its process ends, and nothing before. What work has done before it throws it
 * cannot take back.
 */
public final class InMemorySagaFence extends AbstractSagaFence {

    private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();

    /** An empty fence that writes and reads answers as Temporal's own converter does. */
    public InMemorySagaFence() {}

    /**
     * An empty fence for participants whose answers need a mapper of their own.
     *
     * @param json writes answers, and reads them again
     */
    public InMemorySagaFence(ObjectMapper json) {
        super(json);
    }

    @Override
    protected FenceEntry inTurn(SagaCall call, UnaryOperator<FenceEntry> turn) {
        return slots.computeIfAbsent(call.stepKey(), unused -> new Slot()).take(turn);
    }

    /** The entry of one step, and whose turn it is. */
    private static final class Slot {

        private final ReentrantLock turns = new ReentrantLock();
        private FenceEntry entry = FenceEntry.NONE;

        FenceEntry take(UnaryOperator<FenceEntry> turn) {
            if (turns.isHeldByCurrentThread()) {
                throw new IllegalStateException("The work of a call must not answer a call of the same step.");
            }
            turns.lock();
            try {
                entry = turn.apply(entry);
                return entry;
            } finally {
                turns.unlock();
            }
        }
    }
}
