package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The name of a saga's uncertain moment while several of its steps are in flight. */
final class MomentsTest {

    private static final StepShape PAY =
            Trial.step("pay").moment(new Tale.Moment("PAYING")).build();
    private static final StepShape BOOK =
            Trial.step("book").moment(new Tale.Moment("BOOKING")).build();
    private static final StepShape PACK = Trial.step("pack").build();
    private static final SagaShape SHAPE = Tale.dependentsFirst(Tale.atomic(PAY, BOOK, PACK));

    @Test
    void itIsThatOfTheStepThatBeganLastAmongThoseInFlightThatHaveOne() {
        try (Sagas sagas = Tale.started(SHAPE, MomentsTest::threeAtOnce)) {
            Behaviours.Held pay = sagas.shop.hold("pay x");
            Behaviours.Held book = sagas.shop.hold("book x");
            Behaviours.Held pack = sagas.shop.hold("pack x");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            pay.awaitBegun();
            book.awaitBegun();
            pack.awaitBegun();
            assertThat(handle.status().moment()).isEqualTo("BOOKING");
            book.free();
            sagas.await("the reply", () -> handle.status().steps().get(1).state() == StepState.DONE);
            assertThat(handle.status().moment()).isEqualTo("PAYING");
            pay.free();
            sagas.await("the reply", () -> handle.status().steps().get(0).state() == StepState.DONE);
            assertThat(handle.status().moment()).isNull();
            pack.free();

            assertThat(handle.result()).isEqualTo("done");
            Tale.replay(sagas, handle, SHAPE, MomentsTest::threeAtOnce);
        }
    }

    @Test
    void aReplyOfAnotherStepLeavesItAsItIs() {
        try (Sagas sagas = Tale.started(SHAPE, MomentsTest::threeAtOnce)) {
            Behaviours.Held book = sagas.shop.hold("book x");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            book.awaitBegun();
            sagas.await("the others", () -> handle.status().steps().get(2).state() == StepState.DONE);

            assertThat(handle.status().moment()).isEqualTo("BOOKING");
            book.free();
            assertThat(handle.result()).isEqualTo("done");
        }
    }

    @Test
    void eachRequestCarriesTheMomentInWhichItGoesOut() {
        Tale.Plot plot = (tale, items) -> {
            tale.take(PACK, "first");
            tale.begin(PAY, "x");
            tale.begin(BOOK, "x");
            tale.begin(PACK, "x");
            tale.saga.join();
            return "done";
        };
        try (Sagas sagas = Tale.started(SHAPE, plot)) {
            assertThat(Tale.client(sagas).start("1", List.of()).result()).isEqualTo("done");

            assertThat(List.of("pay", "book"))
                    .flatExtracting(sagas.shop::callsOf)
                    .extracting(SagaCall::step, SagaCall::moment)
                    .containsExactly(tuple("pay", "PAYING"), tuple("book", "BOOKING"));
            assertThat(sagas.shop.callsOf("pack"))
                    .extracting(call -> Objects.toString(call.moment()))
                    .containsExactly("null", "BOOKING");
        }
    }

    private static String threeAtOnce(Tale.Run tale, List<String> items) {
        tale.begin(PAY, "x");
        tale.begin(BOOK, "x");
        tale.begin(PACK, "x");
        tale.saga.join();
        return "done";
    }
}
