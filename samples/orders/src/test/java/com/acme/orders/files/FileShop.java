package com.acme.orders.files;

import com.acme.orders.billing.BillingWorker;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.participants.Billing;
import com.acme.orders.participants.Inventory;
import com.acme.orders.participants.Ledger;
import com.acme.orders.participants.Mail;
import com.acme.orders.participants.Shipping;
import com.acme.orders.shipping.ShippingWorker;
import io.temporal.worker.WorkerFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The four participants, each with its ledger and its fence in a file; who opens the files again has the same shop. */
public final class FileShop implements AutoCloseable {

    private final FileSagaFence goods;
    private final FileSagaFence payments;
    private final FileSagaFence shipments;
    private final FileSagaFence letters;

    private FileShop(Path folder, Consumer<Ledger.Line> reader) {
        goods = FileSagaFence.open(folder, "inventory", reader);
        payments = FileSagaFence.open(folder, "billing", reader);
        shipments = FileSagaFence.open(folder, "shipping", reader);
        letters = FileSagaFence.open(folder, "mail", reader);
    }

    /**
     * Opens the shop.
     *
     * @param folder where its files are, or will be
     * @param reader is told each further line of each ledger, before it is on the disk
     */
    public static FileShop open(Path folder, Consumer<Ledger.Line> reader) {
        return new FileShop(folder, reader);
    }

    /** What all ledgers in a folder say, oldest line first, each as participant, mark and what it is about. */
    public static List<String> ledgersIn(Path folder) {
        try (FileShop shop = open(folder, line -> {})) {
            return shop.fences()
                    .flatMap(fence -> fence.ledger().lines().stream())
                    .sorted(Comparator.comparing(Ledger.Line::at))
                    .map(line -> "%s %s %s".formatted(line.participant(), line.mark(), line.what()))
                    .toList();
        }
    }

    /** Makes the factory's workers serve the participants; call it before the factory is started. */
    public void register(WorkerFactory factory) {
        InventoryWorker.register(factory, new Inventory(goods.ledger(), goods, Map.of("teapot", 12, "grand-piano", 1)));
        BillingWorker.register(factory, new Billing(payments.ledger(), payments, new BigDecimal("5000.00")));
        ShippingWorker.register(factory, new Shipping(shipments.ledger(), shipments, Map.of("grand-piano", "islands")));
        MailWorker.register(factory, new Mail(letters.ledger(), letters));
    }

    @Override
    public void close() {
        fences().forEach(FileSagaFence::close);
    }

    private Stream<FileSagaFence> fences() {
        return Stream.of(goods, payments, shipments, letters);
    }
}
