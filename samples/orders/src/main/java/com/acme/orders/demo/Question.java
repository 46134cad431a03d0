package com.acme.orders.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks the reader what to do about an undo that keeps failing, where there is a reader, and not for ever. */
final class Question {

    private static final String WORDS = "  press r to retry, c to confirm that it is undone, s to skip, then Enter: ";

    private final PrintStream out;
    private final InputStream in;
    private final Optional<Duration> patience;

    /**
     * A question that can be asked once.
     *
     * @param out where it is put
     * @param in where the answer comes from
     * @param patience how long to wait for it; empty if nobody is there to be asked
     */
    Question(PrintStream out, InputStream in, Optional<Duration> patience) {
        this.out = out;
        this.in = in;
        this.patience = patience;
    }

    /** The reader's answer; a retry where there is none. */
    Remedy ask() {
        out.print(WORDS);
        out.flush();
        Optional<Remedy> answer = patience.flatMap(this::answerWithin);
        return answer.orElseGet(() -> {
            String why = patience.isPresent() ? "no answer came" : "no terminal here";
            out.printf("%s (%s)%n", Remedy.RETRY.key(), why);
            return Remedy.RETRY;
        });
    }

    private Optional<Remedy> answerWithin(Duration atMost) {
        return CompletableFuture.supplyAsync(this::read, Question::inBackground)
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Nothing can end the wait for a line that never comes; the end of the process does not wait for it. */
    private static void inBackground(Runnable reading) {
        Thread thread = new Thread(reading, "question");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads until there is an answer, or nothing more to read. */
    private Optional<Remedy> read() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Remedy> remedy = Remedy.of(line);
                if (remedy.isPresent()) {
                    return remedy;
                }
                out.print(WORDS);
                out.flush();
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
