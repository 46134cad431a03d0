package com.acme.orders.files;

import com.acme.orders.participants.Ledger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.runtime.AbstractSagaFence;
import dev.skald.runtime.FenceEntry;
import dev.skald.runtime.SagaCall;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A fence and its participant's ledger in one file. What a turn wrote into the ledger goes into the same line as the
 * entry that it made: both are there, or neither is, as in the transaction of a database.
 */
final class FileSagaFence extends AbstractSagaFence implements AutoCloseable {

    /** One line of the file: a turn. */
    private record Turn(SagaCall call, FenceEntry entry, List<Ledger.Line> lines) {}

    private static final ObjectMapper JSON = JacksonJsonPayloadConverter.newDefaultObjectMapper();

    /** What the turn that a thread is in has written into the ledger. */
    private static final ThreadLocal<List<Ledger.Line>> WRITTEN = new ThreadLocal<>();

    private final LineFile file;
    private final Ledger ledger;
    private final Consumer<Ledger.Line> reader;
    private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();

    private FileSagaFence(LineFile file, String participant, List<Turn> turns, Consumer<Ledger.Line> reader) {
        this.file = file;
        this.reader = reader;
        turns.forEach(turn -> slot(turn.call()).entry = turn.entry());
        this.ledger = new Ledger(
                participant,
                turns.stream().flatMap(turn -> turn.lines().stream()).toList(),
                this::write);
    }

    /**
     * Opens a participant's file.
     *
     * @param folder where it is, or will be
     * @param participant whose it is
     * @param reader is told each further line of the ledger, before it is on the disk
     */
    static FileSagaFence open(Path folder, String participant, Consumer<Ledger.Line> reader) {
        Path path = folder.resolve(participant + ".jsonl");
        LineFile file = LineFile.open(path);
        List<Turn> turns = new ArrayList<>();
        for (String line : file.linesAtOpening()) {
            try {
                turns.add(JSON.readValue(line, Turn.class));
            } catch (JsonProcessingException damage) {
                file.close();
                throw new IllegalStateException("Line " + (turns.size() + 1) + " of " + path + " is damaged", damage);
            }
        }
        return new FileSagaFence(file, participant, turns, reader);
    }

    /** The participant's ledger; to be written within a turn only. */
    Ledger ledger() {
        return ledger;
    }

    @Override
    protected FenceEntry inTurn(SagaCall call, UnaryOperator<FenceEntry> turn) {
        if (WRITTEN.get() != null) {
            throw new IllegalStateException("The work of a call must not answer another one.");
        }
        Slot slot = slot(call);
        synchronized (slot) {
            WRITTEN.set(new ArrayList<>());
            try {
                FenceEntry entry = turn.apply(slot.entry);
                if (!entry.equals(slot.entry) || !WRITTEN.get().isEmpty()) {
                    file.append(json(new Turn(call, entry, WRITTEN.get())));
                    slot.entry = entry;
                }
                return entry;
            } catch (RuntimeException failure) {
                giveUpIfLedgerIsAhead();
                throw failure;
            } finally {
                WRITTEN.remove();
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private Slot slot(SagaCall call) {
        return slots.computeIfAbsent(call.stepKey(), unused -> new Slot());
    }

    private void write(Ledger.Line line) {
        List<Ledger.Line> ofThisTurn = WRITTEN.get();
        if (ofThisTurn == null) {
            throw new IllegalStateException("The ledger is written within a call's turn only: " + line);
        }
        ofThisTurn.add(line);
        reader.accept(line);
    }

    /**
     * The ledger in memory cannot be set back: nothing more may be built on it, and it is read anew at the next start.
     */
    private void giveUpIfLedgerIsAhead() {
        if (!WRITTEN.get().isEmpty()) {
            close();
        }
    }

    private static String json(Turn turn) {
        try {
            return JSON.writeValueAsString(turn);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The entry of one step; its monitor says whose turn it is. */
    private static final class Slot {
        private FenceEntry entry = FenceEntry.NONE;
    }
}
