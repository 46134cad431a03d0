package com.acme.eight.suite;

import com.acme.eight.participants.Billing;
import com.acme.eight.participants.Inventory;
import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Mail;
import com.acme.eight.participants.Shipping;
import com.acme.eight.participants.Shop;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The four participants with all that they know on the disk, for processes that are killed. */
final class DiskShop {

    private DiskShop() {}

    /** Opens the shop of a folder; each participant may be used by one process only. */
    static Shop open(Path folder) {
        DiskFence goods = new DiskFence(folder, "inventory");
        DiskFence payments = new DiskFence(folder, "billing");
        DiskFence shipments = new DiskFence(folder, "shipping");
        DiskFence letters = new DiskFence(folder, "mail");
        return new Shop(
                List.of(goods.ledger(), payments.ledger(), shipments.ledger(), letters.ledger()),
                new Inventory(goods.ledger(), goods),
                new Billing(payments.ledger(), payments),
                new Shipping(shipments.ledger(), shipments),
                new Mail(letters.ledger(), letters));
    }

    /** What all ledgers in a folder say about an order, oldest line first. */
    static List<Line> lines(Path folder, UUID orderId) {
        return Stream.of("inventory", "billing", "shipping", "mail")
                .flatMap(participant -> DiskFence.lines(folder, participant).stream())
                .filter(line -> line.call().sagaId().contains("/" + orderId + "/"))
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }
}
