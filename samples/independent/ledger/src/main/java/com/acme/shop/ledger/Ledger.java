package com.acme.shop.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.runtime.AbstractSagaFence;
import dev.skald.runtime.FenceEntry;
import dev.skald.runtime.SagaCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps what a service has done, and what it has answered, in a file: a line for each turn of a call, which is on the
 * disk before anybody is answered. Who opens the file again, after the process was killed, knows all of it.
 *
 * <p>It has one turn at a time, which is enough for work that takes no longer than writing a line.
 */
public final class Ledger extends AbstractSagaFence {

    /**
     * One line of the file.
     *
     * @param step the key of the saga's step
     * @param entry what is known of it from now on
     * @param what was done, in words
     */
    public record Line(String step, FenceEntry entry, String what) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final Map<String, FenceEntry> entries = new HashMap<>();
    private String written = "";

    private Ledger(FileChannel file, List<Line> lines) {
        this.file = file;
        lines.forEach(line -> entries.put(line.step(), line.entry()));
    }

    /** Opens a ledger, or begins it. */
    public static Ledger open(Path path) {
        try {
            List<Line> lines = Files.exists(path) ? read(path) : List.of();
            return new Ledger(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a ledger says, oldest line first. */
    public static List<Line> read(Path path) throws IOException {
        return Files.readAllLines(path).stream().map(Ledger::parse).toList();
    }

    /** Says what is done; to be called in the work of a call, and kept together with its answer. */
    public void write(String what) {
        written = what;
    }

    @Override
    protected synchronized FenceEntry inTurn(SagaCall call, UnaryOperator<FenceEntry> turn) {
        written = "";
        FenceEntry known = entries.getOrDefault(call.stepKey(), FenceEntry.NONE);
        FenceEntry entry = turn.apply(known);
        if (!entry.equals(known)) {
            append(new Line(call.stepKey(), entry, written));
            entries.put(call.stepKey(), entry);
        }
        return entry;
    }

    private void append(Line line) {
        try {
            file.write(ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Line parse(String line) {
        try {
            return JSON.readValue(line, Line.class);
        } catch (JsonProcessingException damage) {
            throw new UncheckedIOException(damage);
        }
    }
}
