package com.acme.eight.suite;

import com.acme.eight.participants.Ledger;
import com.acme.eight.participants.Ledger.Line;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.runtime.AbstractSagaFence;
import dev.skald.runtime.FenceEntry;
import dev.skald.runtime.SagaCall;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A fence and its participant's ledger on the disk: a file for each step, which holds what was answered and what was
 * written into the ledger, and is replaced as a whole.
 */
final class DiskFence extends AbstractSagaFence {

    private record Kept(FenceEntry entry, List<Line> lines) {}

    private static final ObjectMapper JSON = JacksonJsonPayloadConverter.newDefaultObjectMapper();

    private final Path folder;
    private final Ledger ledger;
    private final List<Line> written = new ArrayList<>();

    DiskFence(Path folder, String participant) {
        this.folder = folder.resolve(participant);
        this.ledger = new Ledger(participant, List.of(), written::add);
    }

    /** The participant's ledger; to be written within a turn only. */
    Ledger ledger() {
        return ledger;
    }

    @Override
    protected synchronized FenceEntry inTurn(SagaCall call, UnaryOperator<FenceEntry> turn) {
        Path file = folder.resolve(URLEncoder.encode(call.stepKey(), StandardCharsets.UTF_8) + ".json");
        try {
            Kept kept = Files.exists(file) ? read(file) : new Kept(FenceEntry.NONE, List.of());
            written.clear();
            FenceEntry entry = turn.apply(kept.entry());
            List<Line> lines =
                    Stream.concat(kept.lines().stream(), written.stream()).toList();
            Files.createDirectories(folder);
            Path whole = Files.write(folder.resolve("next"), JSON.writeValueAsBytes(new Kept(entry, lines)));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return entry;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What all ledgers of a participant say. */
    static List<Line> lines(Path folder, String participant) {
        Path ofParticipant = folder.resolve(participant);
        if (!Files.exists(ofParticipant)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(ofParticipant)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> read(file).lines().stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Kept read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Kept.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
