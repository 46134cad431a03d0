package com.acme.orders.kill;

import static com.acme.orders.kill.WorkerProcess.Role.MEDIATOR;
import static com.acme.orders.kill.WorkerProcess.Role.PARTICIPANTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.Order;
import com.acme.orders.RushOrderClient;
import com.acme.orders.RushOrderFailed;
import com.acme.orders.files.FileShop;
import com.acme.orders.kill.Point.Place;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills workers with {@code kill -9} where it hurts, on a real server, and starts them again: the saga ends truly, and
 * the ledgers, which are all that the participants have, show each effect once.
 */
@Tag("real-server")
final class KilledWorkersTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> ALL_IS_HELD =
            List.of("inventory DONE reserve 1 x grand-piano", "billing DONE authorize 4200.00");
    private static final List<String> THE_SHIPMENT_IS_REFUSED =
            plus(ALL_IS_HELD, "shipping REFUSED book a truck for grand-piano");
    private static final List<String> ONE_IS_UNDONE = plus(THE_SHIPMENT_IS_REFUSED, "billing UNDONE authorize 4200.00");
    private static final List<String> ALL_IS_UNDONE = plus(ONE_IS_UNDONE, "inventory UNDONE reserve 1 x grand-piano");

    private static final List<String> THE_GOODS_ARE_RESERVED = List.of("inventory DONE reserve 2 x teapot");
    private static final List<String> THE_PAYMENT_IS_AUTHORIZED =
            plus(THE_GOODS_ARE_RESERVED, "billing DONE authorize 59.80");
    private static final List<String> THE_AMOUNT_IS_CAPTURED =
            plus(THE_PAYMENT_IS_AUTHORIZED, "shipping DONE book a truck for teapot", "billing DONE capture the amount");
    private static final List<String> ALL_IS_DONE = plus(THE_AMOUNT_IS_CAPTURED, "mail DONE send the receipt to alice");

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final WorkflowClient client = WorkflowClient.newInstance(
            stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
    private final RushOrderClient orders = new RushOrderClient(client);
    private final Order teapots = order("teapot", 2, "59.80");
    private final Order grandPiano = order("grand-piano", 1, "4200.00");

    @TempDir
    private Path folder;

    private WorkerProcesses processes;
    private CompletableFuture<Confirmation> caller;

    @BeforeEach
    void openFolder() {
        processes = new WorkerProcesses(TARGET, folder);
    }

    @AfterEach
    void endProcesses() {
        processes.close();
        stubs.shutdownNow();
    }

    @Test
    void killedBetweenEffectAndAnswer() throws Exception {
        SagaHandle<Confirmation> saga = killAllAt(new Point(Place.AFTER, "authorization", Phase.DO), teapots);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(THE_PAYMENT_IS_AUTHORIZED);

        processes.start(MEDIATOR, PARTICIPANTS);

        assertCompleted(saga);
    }

    @Test
    void killedInTheMiddleOfAStep() throws Exception {
        SagaHandle<Confirmation> saga = killAllAt(new Point(Place.WITHIN, "authorization", Phase.DO), teapots);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(THE_GOODS_ARE_RESERVED);

        processes.start(MEDIATOR, PARTICIPANTS);

        assertCompleted(saga);
    }

    @Test
    void killedInTheMiddleOfAnUndo() throws Exception {
        SagaHandle<Confirmation> saga = killAllAt(new Point(Place.WITHIN, "authorization", Phase.UNDO), grandPiano);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(THE_SHIPMENT_IS_REFUSED);

        processes.start(MEDIATOR, PARTICIPANTS);

        assertCompensated(saga);
    }

    @Test
    void killedBetweenEffectAndAnswerOfAnUndo() throws Exception {
        SagaHandle<Confirmation> saga = killAllAt(new Point(Place.AFTER, "authorization", Phase.UNDO), grandPiano);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(ONE_IS_UNDONE);

        processes.start(MEDIATOR, PARTICIPANTS);

        assertCompensated(saga);
    }

    @Test
    void killedBetweenTwoUndos() throws Exception {
        SagaHandle<Confirmation> saga = killAllAt(new Point(Place.BEFORE, "reservation", Phase.UNDO), grandPiano);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(ONE_IS_UNDONE);

        processes.start(MEDIATOR, PARTICIPANTS);

        assertCompensated(saga);
    }

    @Test
    void participantsKilledAloneAfterThePivotTookEffect() throws Exception {
        Point point = new Point(Place.AFTER, "capture", Phase.DO);
        processes.holdAt(point);
        processes.start(MEDIATOR);
        Process participants = processes.start(PARTICIPANTS);
        SagaHandle<Confirmation> saga = start(teapots);
        processes.awaitStandstill(point);
        processes.kill(participants);
        processes.free(point);
        assertThat(FileShop.ledgersIn(folder)).isEqualTo(THE_AMOUNT_IS_CAPTURED);

        processes.start(PARTICIPANTS);

        assertCompleted(saga);
    }

    @Test
    void mediatorKilledAloneBetweenTwoUndosTheSecondOfWhichIsDoneWithoutIt() throws Exception {
        Point point = new Point(Place.BEFORE, "reservation", Phase.UNDO);
        processes.holdAt(point);
        Process mediator = processes.start(MEDIATOR);
        processes.start(PARTICIPANTS);
        SagaHandle<Confirmation> saga = start(grandPiano);
        processes.awaitStandstill(point);
        processes.kill(mediator);
        processes.free(point);
        processes.await("the answer to the second undo", () -> isNobodyAsked(saga));

        processes.start(MEDIATOR);

        assertCompensated(saga);
    }

    /** Starts a saga, for whose outcome somebody waits from now on. */
    private SagaHandle<Confirmation> start(Order order) {
        SagaHandle<Confirmation> saga = orders.start(order);
        caller = CompletableFuture.supplyAsync(saga::result);
        return saga;
    }

    /** Starts all, and the saga, and kills all where they stand still. */
    private SagaHandle<Confirmation> killAllAt(Point point, Order order) throws Exception {
        processes.holdAt(point);
        Process all = processes.start(MEDIATOR, PARTICIPANTS);
        SagaHandle<Confirmation> saga = start(order);
        processes.awaitStandstill(point);
        processes.kill(all);
        processes.free(point);
        return saga;
    }

    private boolean isNobodyAsked(SagaHandle<?> saga) {
        return client.newUntypedWorkflowStub(saga.workflowId())
                        .describe()
                        .getRawDescription()
                        .getPendingActivitiesCount()
                == 0;
    }

    private void assertCompleted(SagaHandle<Confirmation> saga) {
        assertThat(caller)
                .succeedsWithin(PATIENCE)
                .isEqualTo(new Confirmation(teapots.orderId(), trackingCode(teapots)));
        assertThat(saga.status().state()).isEqualTo(SagaState.COMPLETED);
        assertThat(ledgersAtTheEnd()).isEqualTo(ALL_IS_DONE);
    }

    private void assertCompensated(SagaHandle<Confirmation> saga) {
        assertThat(caller)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(RushOrderFailed.class, failed -> {
                    assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
                    assertThat(failed)
                            .cause()
                            .isInstanceOfSatisfying(
                                    NotServed.class,
                                    error -> assertThat(error.region()).isEqualTo("islands"));
                });
        assertThat(saga.status().state()).isEqualTo(SagaState.COMPENSATED);
        assertThat(ledgersAtTheEnd()).isEqualTo(ALL_IS_UNDONE);
    }

    private List<String> ledgersAtTheEnd() {
        processes.close();
        return FileShop.ledgersIn(folder);
    }

    private static List<String> plus(List<String> lines, String... more) {
        return Stream.concat(lines.stream(), Arrays.stream(more)).toList();
    }

    private static Order order(String sku, int quantity, String amount) {
        return new Order(UUID.randomUUID(), "alice", sku, quantity, new BigDecimal(amount));
    }

    private static String trackingCode(Order order) {
        return "SK-" + order.orderId().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
