package com.acme.orders.kill;

import com.acme.orders.kill.Point.Place;
import com.acme.orders.participants.Ledger;
import dev.skald.runtime.SagaCall;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the participants of a process stand still at a point, so that another process can kill it there. Both
 * understand each other by files: one asks for it, the other tells that somebody stands there, and goes on when it is
 * no longer asked for.
 */
final class Standstill extends WorkerInterceptorBase {

    private static final long MOMENT = 20_000_000;

    private final Path folder;

    Standstill(Path folder) {
        this.folder = folder;
    }

    /** The file that asks for it. */
    Path asked(Point point) {
        return folder.resolve(point + " asked");
    }

    /** The file that tells of it. */
    Path reached(Point point) {
        return folder.resolve(point + " reached");
    }

    /** To be told each line of a ledger, before it is on the disk. */
    void within(Ledger.Line line) {
        pass(Point.of(Place.WITHIN, line.call()));
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            @Override
            public ActivityOutput execute(ActivityInput input) {
                SagaCall call = SagaCall.current();
                pass(Point.of(Place.BEFORE, call));
                try {
                    return super.execute(input);
                } finally {
                    pass(Point.of(Place.AFTER, call));
                }
            }
        };
    }

    private void pass(Point point) {
        while (Files.exists(asked(point))) {
            try {
                Files.writeString(reached(point), "");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            LockSupport.parkNanos(MOMENT);
        }
    }
}
