package com.acme.orders.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.OutOfStock;
import com.acme.orders.participants.Ledger.Mark;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Holds a ledger to what every participant of a saga promises. */
final class LedgerTest {

    private final List<Ledger.Line> read = new ArrayList<>();
    private final AtomicInteger worked = new AtomicInteger();
    private final Ledger ledger = new Ledger("inventory", read::add);

    @Test
    void sameCallHasTheSameAnswerAndIsDoneOnce() {
        int first = ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);
        int again = ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);

        assertThat(again).isEqualTo(first).isEqualTo(1);
        assertThat(marks()).containsExactly(Mark.DONE);
    }

    @Test
    void anotherSagaIsAnotherCall() {
        ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);
        int other = ledger.once(call("2", Phase.DO), "count", worked::incrementAndGet);

        assertThat(other).isEqualTo(2);
    }

    @Test
    void refusalIsAnAnswerLikeAnyOther() {
        assertThatThrownBy(() -> ledger.once(call("1", Phase.DO), "count", this::refuse))
                .isInstanceOf(OutOfStock.class);
        assertThatThrownBy(() -> ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet))
                .isInstanceOf(OutOfStock.class);

        assertThat(worked).hasValue(0);
        assertThat(marks()).containsExactly(Mark.REFUSED);
    }

    @Test
    void whatBreaksOffCanBeAskedAgain() {
        assertThatThrownBy(() -> ledger.once(call("1", Phase.DO), "count", this::breakOff))
                .isInstanceOf(IllegalStateException.class);
        ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);

        assertThat(worked).hasValue(1);
        assertThat(marks()).containsExactly(Mark.DONE);
    }

    @Test
    void undoneOnceUnderTheNameOfWhatWasDone() {
        ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);
        ledger.undo(call("1", Phase.UNDO), worked::decrementAndGet);
        ledger.undo(call("1", Phase.UNDO), worked::decrementAndGet);

        assertThat(worked).hasValue(0);
        assertThat(marks()).containsExactly(Mark.DONE, Mark.UNDONE);
        assertThat(ledger.lines()).extracting(Ledger.Line::what).containsExactly("count", "count");
    }

    @Test
    void undoWithoutItsRequestSucceedsAndTurnsTheRequestAway() {
        ledger.undo(call("1", Phase.UNDO), worked::decrementAndGet);

        assertThatThrownBy(() -> ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after its undo");
        assertThat(worked).hasValue(0);
        assertThat(marks()).containsExactly(Mark.NOTHING_TO_UNDO);
    }

    @Test
    void whatWasRefusedNeedsNoUndo() {
        assertThatThrownBy(() -> ledger.once(call("1", Phase.DO), "count", this::refuse))
                .isInstanceOf(OutOfStock.class);
        ledger.undo(call("1", Phase.UNDO), worked::decrementAndGet);

        assertThat(worked).hasValue(0);
        assertThat(marks()).containsExactly(Mark.REFUSED, Mark.NOTHING_TO_UNDO);
    }

    @Test
    void readerIsToldEachLine() {
        ledger.once(call("1", Phase.DO), "count", worked::incrementAndGet);

        assertThat(read).isEqualTo(ledger.lines()).hasSize(1);
    }

    private Integer refuse() {
        throw new OutOfStock("teapot");
    }

    private Integer breakOff() {
        throw new IllegalStateException("The lights went out.");
    }

    private List<Mark> marks() {
        return ledger.lines().stream().map(Ledger.Line::mark).toList();
    }

    private static SagaCall call(String saga, Phase phase) {
        return new SagaCall("PlaceOrder/" + saga + "/run", "com.acme.orders.PlaceOrder", "reservation", 0, phase, null);
    }
}
