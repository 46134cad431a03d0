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

    /** Opens the shop in memory. */
    public Shop() {
        this(new Ledger("inventory"), new Ledger("billing"), new Ledger("shipping"), new Ledger("mail"));
    }

    private Shop(Ledger goods, Ledger payments, Ledger shipments, Ledger letters) {
        this(
                List.of(goods, payments, shipments, letters),
                new Inventory(goods, new InMemorySagaFence()),
                new Billing(payments, new InMemorySagaFence()),
                new Shipping(shipments, new InMemorySagaFence()),
                new Mail(letters, new InMemorySagaFence()));
    }

    /**
     * Opens a shop of these participants.
     *
     * @param ledgers their ledgers
     * @param inventory the warehouse
     * @param billing the card payments
     * @param shipping the carrier
     * @param mail the post room
     */
    public Shop(List<Ledger> ledgers, Inventory inventory, Billing billing, Shipping shipping, Mail mail) {
        this.ledgers = List.copyOf(ledgers);
        this.inventory = inventory;
        this.billing = billing;
        this.shipping = shipping;
        this.mail = mail;
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
