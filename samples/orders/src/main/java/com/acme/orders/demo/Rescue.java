package com.acme.orders.demo;

import com.acme.servers.DemoFailed;
import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaRequestRejected;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;

/** Has a saga settled that is stuck because the card processor is down: the admin is told, and the reader decides. */
final class Rescue {

    private static final String READER = "reader";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final CardProcessor processor;
    private final Question question;
    private final PrintStream out;

    Rescue(Admin admin, CardProcessor processor, Question question, PrintStream out) {
        this.admin = admin;
        this.processor = processor;
        this.question = question;
        this.out = out;
    }

    /** Lets the saga of this order get stuck when its amount is authorized. */
    void prepare(UUID orderId) {
        processor.goesDownAfter(orderId);
    }

    /** Does what the reader wants done. */
    Remedy settle(SagaHandle<?> saga) {
        AdminNotice notice = admin.nextNotice(PATIENCE)
                .orElseThrow(() -> DemoFailed.because("The admin was not told that the saga is stuck."));
        out.printf("  the admin is told that the undo of %s is stuck%n", notice.step());
        out.printf("    %-10s %s%n", "why", notice.why());
        out.printf("    %-10s %s%n", "possible", String.join(", ", notice.verbs()));
        Remedy remedy = question.ask();
        processor.comesBack();
        out.printf(
                "  saga.operator(\"%s\", \"%s\").%s(\"%s\")%n", READER, remedy.reason(), remedy.verb(), notice.step());
        try {
            remedy.act(saga.operator(READER, remedy.reason()), notice.step());
        } catch (SagaRequestRejected rejected) {
            throw DemoFailed.because("Somebody else has settled it meanwhile: %s.".formatted(rejected.getMessage()));
        }
        return remedy;
    }
}
