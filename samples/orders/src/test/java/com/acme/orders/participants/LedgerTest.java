package com.acme.orders.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.participants.Ledger.Mark;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes into a ledger and reads it. */
final class LedgerTest {

    private final List<Ledger.Line> read = new ArrayList<>();
    private final Ledger ledger = new Ledger("inventory", read::add);

    @Test
    void everyLineStaysAndTheReaderIsToldEach() {
        ledger.did(call("1", Phase.DO), "reserve a teapot");
        ledger.refused(call("2", Phase.DO), "reserve a unicorn");
        ledger.undid(call("1", Phase.UNDO));

        assertThat(ledger.lines()).extracting(Ledger.Line::mark).containsExactly(Mark.DONE, Mark.REFUSED, Mark.UNDONE);
        assertThat(read).isEqualTo(ledger.lines());
    }

    @Test
    void whatIsTakenBackHasTheNameAndTheGoodsOfWhatWasDone() {
        ledger.did(call("1", Phase.DO), "reserve 2 x teapot", Map.of("teapot", 2));
        ledger.did(call("2", Phase.DO), "reserve 3 x teapot", Map.of("teapot", 3));
        ledger.undid(call("2", Phase.UNDO));

        Ledger.Line undone = ledger.lines().get(2);
        assertThat(undone.what()).isEqualTo("reserve 3 x teapot");
        assertThat(undone.goods()).isEqualTo(Map.of("teapot", 3));
    }

    @Test
    void nothingCanBeTakenBackThatWasNotDone() {
        ledger.refused(call("1", Phase.DO), "reserve a unicorn");

        assertThatThrownBy(() -> ledger.undid(call("1", Phase.UNDO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PlaceOrder/1/run/reservation/0/undo");
    }

    @Test
    void goodsAreCountedUntilTheyAreTakenBack() {
        ledger.did(call("1", Phase.DO), "reserve 2 x teapot", Map.of("teapot", 2));
        ledger.did(call("2", Phase.DO), "reserve 3 x teapot", Map.of("teapot", 3));
        assertThat(ledger.moved("teapot")).isEqualTo(5);

        ledger.undid(call("2", Phase.UNDO));

        assertThat(ledger.moved("teapot")).isEqualTo(2);
        assertThat(ledger.moved("unicorn")).isZero();
    }

    @Test
    void ledgerThatWasWrittenBeforeGoesOn() {
        ledger.did(call("1", Phase.DO), "reserve 2 x teapot", Map.of("teapot", 2));
        Ledger reopened = new Ledger("inventory", ledger.lines(), line -> {});
        reopened.undid(call("1", Phase.UNDO));

        assertThat(reopened.lines()).startsWith(ledger.lines().get(0)).hasSize(2);
        assertThat(reopened.moved("teapot")).isZero();
    }

    private static SagaCall call(String saga, Phase phase) {
        return new SagaCall("PlaceOrder/" + saga + "/run", "com.acme.orders.PlaceOrder", "reservation", 0, phase, null);
    }
}
