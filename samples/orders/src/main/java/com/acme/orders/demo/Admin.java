package com.acme.orders.demo;

import com.acme.servers.DemoFailed;
import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.AdminNotifier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The shop's admin, who is told of every saga that needs help. */
final class Admin implements AdminNotifier {

    private final BlockingQueue<AdminNotice> notices = new LinkedBlockingQueue<>();

    @Override
    public void notifyAdmin(AdminNotice notice) {
        notices.add(notice);
    }

    /** The next notice, if it comes in time. */
    Optional<AdminNotice> nextNotice(Duration atMost) {
        try {
            return Optional.ofNullable(notices.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DemoFailed.because("Interrupted.");
        }
    }
}
