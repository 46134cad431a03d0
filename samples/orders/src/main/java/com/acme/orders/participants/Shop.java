package com.acme.orders.participants;

import com.acme.orders.billing.BillingActivities;
import com.acme.orders.billing.BillingWorker;
import com.acme.orders.holdorder.v1.HoldOrderWorker;
import com.acme.orders.inventory.InventoryActivities;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.MailActivities;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.placebigorder.v1.PlaceBigOrderWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import com.acme.orders.rushorder.v1.RushOrderWorker;
import com.acme.orders.shipping.ShippingActivities;
import com.acme.orders.shipping.ShippingWorker;
import dev.skald.runtime.InMemorySagaFence;
import io.temporal.worker.WorkerFactory;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The whole shop in one process: the four participants with their ledgers, and the sagas' own workers. */
public final class Shop {

    private final List<Ledger> ledgers;
    private final InventoryActivities inventory;
    private final BillingActivities billing;
    private final ShippingActivities shipping;
    private final MailActivities mail;

    /**
     * Opens the shop.
     *
     * @param reader is told each line of each ledger once it is written
     */
    public Shop(Consumer<Ledger.Line> reader) {
        this(reader, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * Opens the shop with something between the sagas and two of its participants.
     *
     * @param reader is told each line of each ledger once it is written
     * @param beforeInventory makes of inventory what the sagas' requests go to
     * @param beforeBilling makes of billing what the sagas' requests go to
     */
    public Shop(
            Consumer<Ledger.Line> reader,
            UnaryOperator<InventoryActivities> beforeInventory,
            UnaryOperator<BillingActivities> beforeBilling) {
        Ledger goods = new Ledger("inventory", reader);
        Ledger payments = new Ledger("billing", reader);
        Ledger shipments = new Ledger("shipping", reader);
        Ledger letters = new Ledger("mail", reader);
        ledgers = List.of(goods, payments, shipments, letters);
        inventory = beforeInventory.apply(
                new Inventory(goods, new InMemorySagaFence(), Map.of("teapot", 12, "grand-piano", 1)));
        billing = beforeBilling.apply(new Billing(payments, new InMemorySagaFence(), new BigDecimal("5000.00")));
        shipping = new Shipping(shipments, new InMemorySagaFence(), Map.of("grand-piano", "islands"));
        mail = new Mail(letters, new InMemorySagaFence());
    }

    /**
     * Makes the factory's workers serve the shop; call it before the factory is started.
     *
     * @param factory a worker factory that was made with Skald's options
     */
    public void register(WorkerFactory factory) {
        InventoryWorker.register(factory, inventory);
        BillingWorker.register(factory, billing);
        ShippingWorker.register(factory, shipping);
        MailWorker.register(factory, mail);
        PlaceOrderWorker.register(factory);
        HoldOrderWorker.register(factory);
        RushOrderWorker.register(factory);
        PlaceBigOrderWorker.register(factory);
        com.acme.orders.eventual.placeorder.v1.PlaceOrderWorker.register(factory);
        com.acme.orders.parallel.placeorder.v1.PlaceOrderWorker.register(factory);
    }

    /**
     * Reads what all ledgers say about one saga.
     *
     * @param workflowId the saga's workflow id
     * @return the lines, oldest first
     */
    public List<Ledger.Line> lines(String workflowId) {
        return ledgers.stream()
                .flatMap(ledger -> ledger.lines().stream())
                .filter(line -> line.call().sagaId().startsWith(workflowId + "/"))
                .sorted(Comparator.comparing(Ledger.Line::at))
                .toList();
    }
}
