package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps that run at the same time, on a real server, where one worker takes over what another has begun. */
@Tag("real-server")
final class AtOnceOnServerTest {

    private static final StepShape HOTEL =
            Trial.step("hotel").moment(new Tale.Moment("BOOKING")).build();
    private static final StepShape FLIGHT =
            Trial.step("flight").refusedBy(NotServed.TYPE).build();
    private static final StepShape SEAT = Trial.step("seat").build();
    private static final SagaShape ATOMIC =
            Tale.telling(Tale.dependentsFirst(Tale.atomic(HOTEL, FLIGHT, SEAT)), CallShape.on(Trial.PARTICIPANT));
    private static final SagaShape EVENTUAL =
            Tale.telling(Tale.eventual(ATOMIC), CallShape.on(Trial.PARTICIPANT).unlimited());

    @Test
    void anotherWorkerJoinsWhatOneHasBegun() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            startParticipant(namespace);
            Behaviours.Held hotel = namespace.shop.hold("hotel a");
            Behaviours.Held flight = namespace.shop.hold("flight a");
            WorkerFactory first = startSaga(namespace, ATOMIC);
            SagaHandle<String> handle =
                    Tale.client(namespace.client).start(UUID.randomUUID().toString(), List.of());
            hotel.awaitBegun();
            flight.awaitBegun();
            first.shutdownNow();
            hotel.free();
            WorkerFactory second = startSaga(namespace, ATOMIC);
            OwnNamespace.await("the seat", () -> namespace.shop.effects().contains("seat a"));
            flight.free();

            assertThat(handle.result()).isEqualTo("seat a");
            assertThat(namespace.shop.effects())
                    .containsExactly("tell BOOKING", "hotel a", "seat a", "flight a", "tell COMPLETED");
            second.shutdownNow();
        }
    }

    @Test
    void anotherWorkerUndoesInTheSameOrderWhatOneHasBegun() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            startParticipant(namespace);
            namespace.shop.refuse("flight a");
            Behaviours.Held hotel = namespace.shop.hold("hotel a");
            Behaviours.Held undo = namespace.shop.hold("undo hotel a");
            WorkerFactory first = startSaga(namespace, ATOMIC);
            SagaHandle<String> handle = Tale.client(namespace.client, NotServed.TYPE)
                    .start(UUID.randomUUID().toString(), List.of());
            hotel.awaitBegun();
            OwnNamespace.await("the refusal", () -> handle.status().reason() != null);
            hotel.free();
            undo.awaitBegun();
            first.shutdownNow();
            undo.free();
            WorkerFactory second = startSaga(namespace, ATOMIC);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(namespace.shop.effects())
                    .containsExactly("tell BOOKING", "hotel a", "undo hotel a", "tell COMPENSATED");
            second.shutdownNow();
        }
    }

    @Test
    void theCallerOfAnEventualOneIsAnsweredAndAnotherWorkerTellsItsEnd() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            startParticipant(namespace);
            Behaviours.Held booking = namespace.shop.hold("tell BOOKING");
            WorkerFactory first = startSaga(namespace, EVENTUAL);
            SagaClient<String> client = Tale.earlyClient(namespace.client);
            String id = UUID.randomUUID().toString();
            assertThat(client.execute(id, List.of())).isEqualTo("seat a");
            booking.awaitBegun();
            first.shutdownNow();
            booking.free();
            WorkerFactory second = startSaga(namespace, EVENTUAL);

            OwnNamespace.await("the end", () -> namespace.shop.effects().contains("tell COMPLETED"));
            assertThat(namespace.shop.effects()).containsSubsequence("tell BOOKING", "tell COMPLETED");
            second.shutdownNow();
        }
    }

    private static void startParticipant(OwnNamespace namespace) {
        Trial.registerParticipant(namespace.workers, namespace.shop);
        namespace.workers.start();
    }

    private static WorkerFactory startSaga(OwnNamespace namespace, SagaShape shape) {
        WorkerFactory factory = WorkerFactory.newInstance(
                namespace.client,
                Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder()).build());
        Tale.register(factory, shape, AtOnceOnServerTest::trip);
        factory.start();
        return factory;
    }

    private static String trip(Tale.Run tale, List<String> items) {
        BegunStep<String> hotel = tale.begin(HOTEL, "a");
        tale.begin(FLIGHT, "a");
        BegunStep<String> seat = tale.begin(SEAT, "a", hotel);
        tale.saga.join();
        return seat.result();
    }
}
