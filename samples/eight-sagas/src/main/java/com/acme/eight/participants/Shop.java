package com.acme.eight.participants;

import com.acme.eight.participants.Ledger.Line;
import dev.skald.runtime.InMemorySagaFence;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The four participants, with their ledgers. They know of no saga, and serve all eight. */
public final class Shop {

    private final List<Ledger> ledgers;
    private final Inventory inventory;
    private final Billing billing;
    private final Shipping shipping;
    private final Mail mail;

    /** Opens the shop. */
    public Shop() {
        Ledger goods = new Ledger("inventory");
        Ledger payments = new Ledger("billing");
        Ledger shipments = new Ledger("shipping");
        Ledger letters = new Ledger("mail");
        ledgers = List.of(goods, payments, shipments, letters);
        inventory = new Inventory(goods, new InMemorySagaFence());
        billing = new Billing(payments, new InMemorySagaFence());
        shipping = new Shipping(shipments, new InMemorySagaFence());
        mail = new Mail(letters, new InMemorySagaFence());
    }

    /**
     * The warehouse.
     *
     * @return the participant {@code inventory}
     */
    public Inventory inventory() {
        return inventory;
    }

    /**
     * The card payments.
     *
     * @return the participant {@code billing}
     */
    public Billing billing() {
        return billing;
    }

    /**
     * The carrier.
     *
     * @return the participant {@code shipping}
     */
    public Shipping shipping() {
        return shipping;
    }

    /**
     * The post room.
     *
     * @return the participant {@code mail}
     */
    public Mail mail() {
        return mail;
    }

    /**
     * Reads what all ledgers say about one order.
     *
     * @param orderId the order
     * @return the lines, oldest first
     */
    public List<Line> lines(UUID orderId) {
        return ledgers.stream()
                .flatMap(ledger -> ledger.lines().stream())
                .filter(line -> line.call().sagaId().contains("/" + orderId + "/"))
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }
}
