package com.acme.eight.participants;

import com.acme.eight.participants.Ledger.Mark;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import java.util.Optional;

/**
 * What every participant has in common: it does what it is asked once for each key, refuses it for a reason, takes it
 * back, and writes each into its ledger.
 *
 * @param ledger the participant's ledger
 * @param fence keeps its promises to sagas
 */
record Desk(Ledger ledger, SagaFence fence) {

    /** Answers the request that is in this thread. */
    void serve(Optional<? extends DeclaredError> refusal) {
        SagaCall call = SagaCall.current();
        fence.once(call, () -> {
            refusal.ifPresent(error -> {
                ledger.write(call, Mark.REFUSED);
                throw error;
            });
            ledger.write(call, Mark.DONE);
        });
    }

    /** Answers the undo that is in this thread. */
    void takeBack() {
        SagaCall call = SagaCall.current();
        fence.undo(call, () -> ledger.write(call, Mark.UNDONE));
    }
}
