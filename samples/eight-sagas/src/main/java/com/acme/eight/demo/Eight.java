package com.acme.eight.demo;

import com.acme.eight.participants.Services;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Pattern;
import com.acme.servers.DemoFailed;
import com.acme.servers.EmbeddedServer;
import com.acme.servers.Options;
import com.acme.servers.TemporalServer;
import com.acme.servers.WebUi;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Runs each of the eight sagas three times on a Temporal server, and prints one table of what was seen. */
public final class Eight {

    private final PrintStream out;
    private final List<Run> seen = new ArrayList<>();

    Eight(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the demo and ends the process: with 0 if each saga did what it promises, with 1 if not, and with 2 if it was
     * called in a way that it does not know.
     *
     * @param arguments see {@code ./demo --help}
     */
    public static void main(String... arguments) {
        System.exit(exitCode(arguments));
    }

    private static int exitCode(String... arguments) {
        try {
            return new Eight(System.out).run(Options.parse(arguments));
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
        try (TemporalServer server = TemporalServer.open(options, notice -> {})) {
            server.webUi().ifPresent(webUi -> out.printf("Web UI: %s%n", webUi.list()));
            out.printf("Running on %s%n", server.description());
            out.printf("Every request and every undo takes its service %.1f s.%n%n", Work.SECONDS);
            boolean asPromised = run(server, options.stay());
            server.webUi()
                    .filter(webUi -> options.stay() || options.target().isPresent())
                    .ifPresent(this::tellPages);
            if (options.stay()) {
                out.printf("Server and workers stay until you press Ctrl-C.%n");
                server.awaitEnd();
            }
            return asPromised ? 0 : 1;
        }
    }

    /**
     * Runs the shop on the server and all sagas three times; what stopped is settled at the end, unless it is to be
     * looked at. True if each did what it promises.
     */
    boolean run(TemporalServer server, boolean leaveOpen) {
        Shop shop = new Shop();
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new Work())
                .build();
        try (Services services = new Services(server.client(), options, shop)) {
            Runs runs = new Runs(server.client(), shop, services);
            for (Occasion occasion : Occasion.values()) {
                out.printf("%s ...%n", occasion.title());
                seen.addAll(runs.of(occasion, List.of(Pattern.values())));
            }
            tellTable(server);
            if (!leaveOpen) {
                settle();
            }
            List<String> differences =
                    seen.stream().flatMap(run -> run.differences().stream()).toList();
            differences.forEach(out::println);
            out.println(differences.isEmpty() ? "Each did what it promises." : "Not all did what they promise.");
            return differences.isEmpty();
        }
    }

    private void tellTable(TemporalServer server) {
        boolean countsEvents = !(server instanceof EmbeddedServer);
        out.println();
        Table.of(seen, countsEvents).forEach(out::println);
        out.println();
        if (!countsEvents) {
            out.println("The embedded server counts events otherwise than a real one: they are left out.");
        }
    }

    private void tellPages(WebUi webUi) {
        seen.forEach(run ->
                out.printf("%s, %s: %s%n", run.pattern().title(), run.occasion().title(), webUi.page(run.saga())));
    }

    /** Nothing undoes these: a person says what has become of the step, and the chain goes on. */
    private void settle() {
        List<Run> stopped = seen.stream().filter(Run::isStopped).toList();
        stopped.forEach(Run::settle);
        if (!stopped.isEmpty()) {
            out.printf(
                    "An operator settled what stopped: %s.%n",
                    String.join(
                            ", ",
                            stopped.stream().map(run -> run.pattern().title()).toList()));
        }
    }
}
