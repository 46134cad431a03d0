package com.acme.orders.reset;

import dev.skald.runtime.SagaCall;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the participants' files were after each call: copies of their folder, made by a worker that answers one at a
 * time.
 */
final class Pasts extends WorkerInterceptorBase {

    private final Path present;
    private final Path pasts;
    private final Set<String> calls = new HashSet<>();

    Pasts(Path present, Path pasts) {
        this.present = present;
        this.pasts = pasts;
    }

    /** Keeps the present as it is before the first call. */
    void begin() {
        copy(present, pasts.resolve("0"));
    }

    /** How many calls there have been. */
    synchronized int calls() {
        return calls.size();
    }

    /** Makes a folder in which so many calls have been done. */
    Path after(int done, Path folder) {
        copy(pasts.resolve(Integer.toString(done)), folder);
        return folder;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            @Override
            public ActivityOutput execute(ActivityInput input) {
                try {
                    return super.execute(input);
                } finally {
                    keep(SagaCall.current());
                }
            }
        };
    }

    private synchronized void keep(SagaCall call) {
        if (calls.add(call.key())) {
            copy(present, pasts.resolve(Integer.toString(calls.size())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path file : filesIn(from)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
