package com.acme.orders.demo;

import com.acme.orders.participants.Ledger;
import com.acme.orders.participants.Shop;
import com.acme.servers.DemoFailed;
import com.acme.servers.Options;
import com.acme.servers.TemporalServer;
import java.io.PrintStream;
import java.util.List;

/** Tells stories of one saga on a Temporal server, and at the end what the participants' ledgers say. */
public final class Demo {

    private final PrintStream out;
    private final Admin admin = new Admin();
    private final CardProcessor processor;
    private final BusyDay busyDay = new BusyDay();
    private final Shop shop;

    Demo(PrintStream out) {
        this.out = out;
        this.processor = new CardProcessor(out);
        this.shop = new Shop(this::tellStep, busyDay::before, billing -> processor.before(busyDay.before(billing)));
    }

    /**
     * Runs the demo and ends the process: with 0 if everything ended as told, with 1 if not, and with 2 if it was
     * called in a way that it does not know.
     *
     * @param arguments see {@code ./demo --help}
     */
    public static void main(String... arguments) {
        System.exit(exitCode(arguments));
    }

    private static int exitCode(String... arguments) {
        try {
            return new Demo(System.out).run(Options.parse(arguments));
        } catch (DemoFailed failed) {
            System.err.println(failed.getMessage());
            return failed.exitCode();
        } catch (Throwable failure) {
            // Of any kind: threads of the SDK would keep the process for ever.
            failure.printStackTrace();
            return 1;
        }
    }

    private int run(Options options) throws InterruptedException {
        try (TemporalServer server = TemporalServer.open(options, admin)) {
            server.webUi().ifPresent(webUi -> out.printf("Web UI: %s%n", webUi.list()));
            out.printf("Running on %s%n", server.description());
            boolean asTold = run(server, new Question(out, System.in, options.ask()), Story.all());
            if (options.stay()) {
                out.printf("Server and workers stay until you press Ctrl-C.%n");
                server.awaitEnd();
            }
            return asTold ? 0 : 1;
        }
    }

    /** Runs the shop on the server and tells the stories; true if all ended as told. */
    boolean run(TemporalServer server, Question question, List<Story> stories) {
        shop.register(server.workers());
        server.workers().start();
        Rescue rescue = new Rescue(admin, processor, question, out);
        Storyteller storyteller = new Storyteller(server, shop, rescue, busyDay, out);
        List<Telling> tellings = stories.stream().map(storyteller::tell).toList();
        tellLedgers(tellings);
        return tellDifferences(tellings);
    }

    private void tellLedgers(List<Telling> tellings) {
        out.printf("%nThe ledgers at the end%n%s%n", LedgerLines.head());
        tellings.stream()
                .flatMap(telling -> LedgerLines.table(telling.story().name(), telling.ledgers()).stream())
                .forEach(out::println);
    }

    private boolean tellDifferences(List<Telling> tellings) {
        List<String> differences = tellings.stream()
                .flatMap(telling -> telling.differences().stream())
                .toList();
        out.println();
        differences.forEach(out::println);
        out.println(differences.isEmpty() ? "All ended as told." : "Not all ended as told.");
        return differences.isEmpty();
    }

    /** Of eventual sagas the storyteller tells when all is over: who is first in them is up to chance. */
    private void tellStep(Ledger.Line line) {
        if (!Saga.named(line.call().saga()).isEventual()) {
            out.println(LedgerLines.step(line));
        }
    }

    Admin admin() {
        return admin;
    }
}
