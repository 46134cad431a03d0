package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.billing.BillingActivities;
import com.acme.orders.billing.BillingWorker;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.participants.Billing;
import com.acme.orders.participants.Inventory;
import com.acme.orders.participants.Ledger;
import com.acme.orders.participants.Mail;
import com.acme.orders.participants.Shipping;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import com.acme.orders.shipping.ShippingWorker;
import dev.skald.runtime.InMemorySagaFence;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places orders with the generated saga and the sample's participants, and reads the ledgers afterwards. */
final class PlaceOrderTest {

    private final List<String> ledgers = new CopyOnWriteArrayList<>();
    private final Inventory inventory =
            new Inventory(ledger("inventory"), new InMemorySagaFence(), Map.of("teapot", 10, "grand-piano", 1));
    private final Billing billing = new Billing(ledger("billing"), new InMemorySagaFence(), new BigDecimal("100"));
    private final Shipping shipping =
            new Shipping(ledger("shipping"), new InMemorySagaFence(), Map.of("grand-piano", "islands"));
    private final Mail mail = new Mail(ledger("mail"), new InMemorySagaFence());
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(Skald.clientOptions(WorkflowClientOptions.newBuilder())
                            .build())
                    .build());
    private final PlaceOrderClient orders = new PlaceOrderClient(temporal.getWorkflowClient());

    @BeforeEach
    void registerWorkers() {
        InventoryWorker.register(temporal.getWorkerFactory(), inventory);
        ShippingWorker.register(temporal.getWorkerFactory(), shipping);
        MailWorker.register(temporal.getWorkerFactory(), mail);
        PlaceOrderWorker.register(temporal.getWorkerFactory());
    }

    @AfterEach
    void closeTemporal() {
        temporal.close();
    }

    @Test
    void orderGoesThroughAllSteps() {
        start(billing);
        Order order = order("teapot", 2, "59.80");

        Confirmation confirmation = orders.execute(order);

        assertThat(confirmation.orderId()).isEqualTo(order.orderId());
        assertThat(confirmation.trackingCode()).startsWith("SK-");
        assertThat(ledgers)
                .containsExactly(
                        "inventory DONE reserve 2 x teapot",
                        "billing DONE authorize 59.80",
                        "shipping DONE book a truck for teapot",
                        "billing DONE capture the amount",
                        "mail DONE send the receipt to alice");
    }

    @Test
    void nothingIsUndoneWhenTheFirstStepIsRefused() {
        start(billing);

        PlaceOrderFailed failed = refusal(order("unicorn", 1, "59.80"));

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed)
                .hasCauseInstanceOf(OutOfStock.class)
                .extracting(failure -> ((OutOfStock) failure.getCause()).sku())
                .isEqualTo("unicorn");
        assertThat(ledgers).containsExactly("inventory REFUSED reserve 1 x unicorn");
    }

    @Test
    void theReservationIsUndoneWhenTheCardIsDeclined() {
        start(billing);

        PlaceOrderFailed failed = refusal(order("teapot", 9, "269.10"));

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed).hasCauseInstanceOf(CardDeclined.class);
        assertThat(ledgers)
                .containsExactly(
                        "inventory DONE reserve 9 x teapot",
                        "billing REFUSED authorize 269.10",
                        "inventory UNDONE reserve 9 x teapot");
    }

    @Test
    void authorizationAndReservationAreUndoneLastFirstWhenTheShipmentIsRefused() {
        start(billing);

        PlaceOrderFailed failed = refusal(order("grand-piano", 1, "42.00"));

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed)
                .hasCauseInstanceOf(NotServed.class)
                .extracting(failure -> ((NotServed) failure.getCause()).region())
                .isEqualTo("islands");
        assertThat(ledgers)
                .containsExactly(
                        "inventory DONE reserve 1 x grand-piano",
                        "billing DONE authorize 42.00",
                        "shipping REFUSED book a truck for grand-piano",
                        "billing UNDONE authorize 42.00",
                        "inventory UNDONE reserve 1 x grand-piano");
    }

    @Test
    void whatWasReservedForARefusedOrderCanBeOrderedAgain() {
        start(billing);

        refusal(order("teapot", 10, "299.00"));
        orders.execute(order("teapot", 10, "99.00"));

        assertThat(ledgers).contains("mail DONE send the receipt to alice");
    }

    @Test
    void workIsDoneOnceThoughItsAnswersAreLost() {
        start(new ForgetfulBilling(billing));

        orders.execute(order("teapot", 2, "59.80"));

        assertThat(ledgers)
                .containsExactly(
                        "inventory DONE reserve 2 x teapot",
                        "billing DONE authorize 59.80",
                        "shipping DONE book a truck for teapot",
                        "billing DONE capture the amount",
                        "mail DONE send the receipt to alice");
    }

    @Test
    void workIsUndoneOnceThoughItsAnswersAreLost() {
        start(new ForgetfulBilling(billing));

        refusal(order("grand-piano", 1, "42.00"));

        assertThat(ledgers).containsOnlyOnce("billing DONE authorize 42.00", "billing UNDONE authorize 42.00");
    }

    private void start(BillingActivities implementation) {
        BillingWorker.register(temporal.getWorkerFactory(), implementation);
        temporal.start();
    }

    private PlaceOrderFailed refusal(Order order) {
        return catchThrowableOfType(PlaceOrderFailed.class, () -> orders.execute(order));
    }

    private Ledger ledger(String participant) {
        return new Ledger(
                participant, line -> ledgers.add("%s %s %s".formatted(line.participant(), line.mark(), line.what())));
    }

    private static Order order(String sku, int quantity, String amount) {
        return new Order(UUID.randomUUID(), "alice", sku, quantity, new BigDecimal(amount));
    }
}
