package com.acme.eight.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Service;
import com.acme.eight.participants.Services;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Workers go in the middle of all eight sagas, on a real server; each saga takes it as {@code eight-runs.md} says. */
@Tag("real-server")
@Execution(ExecutionMode.SAME_THREAD) // All workers there take from the same task queues.
final class GoneWorkersTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");
    private static final Expectations EXPECTED = Expectations.read();

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final WorkflowClient client = WorkflowClient.newInstance(
            stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());

    @TempDir
    private Path folder;

    @AfterEach
    void disconnect() {
        stubs.shutdownNow();
    }

    @Test
    void theFirstServiceIsGoneAfterItsStep() {
        assertTaken("The first service is gone after its step", Service.INVENTORY);
    }

    @Test
    void theMediatorIsGone() {
        assertTaken("The mediator is gone", Service.MEDIATOR);
    }

    /** The service goes while all eight wait for the second step, and comes back when nothing goes on without it. */
    private void assertTaken(String title, Service service) {
        Shop shop = new Shop();
        Trouble trouble = new Trouble();
        WorkerFactoryOptions options =
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(trouble).build();
        try (Services services = new Services(client, options, shop)) {
            services.allUp();
            Gate held = trouble.holdBefore(Trouble.step("authorization"));
            Eight eight = Eight.placed(client);
            eight.awaitAll("the second request", pattern -> arrived(trouble, eight, pattern, "authorization"));
            eight.awaitAll("the first step", pattern -> isDone(shop, eight, pattern, "reservation"));
            services.down(service);
            held.open();
            eight.awaitAll("the second step", pattern -> isDone(shop, eight, pattern, "authorization"));
            Map<Pattern, String> when = closed(eight);
            services.up(service);
            eight.awaitOver();

            assertRows(title, eight, pattern -> shop.lines(eight.orderId(pattern)), when);
        }
    }

    /** What ends within ten seconds ends without it. */
    private static Map<Pattern, String> closed(Eight eight) {
        EnumSet<Pattern> closed = EnumSet.noneOf(Pattern.class);
        for (int second = 0; second < 10; second++) {
            World.pause(Duration.ofSeconds(1));
            Stream.of(Pattern.values()).filter(eight::isClosed).forEach(closed::add);
        }
        Map<Pattern, String> when = new EnumMap<>(Pattern.class);
        for (Pattern pattern : Pattern.values()) {
            when.put(pattern, closed.contains(pattern) ? "ends without it" : "ends when it is back");
        }
        return when;
    }

    @Test
    void aWorkerIsKilledBetweenEffectAndAnswer() throws Exception {
        try (Processes processes = new Processes(TARGET, folder)) {
            processes.start(EnumSet.complementOf(EnumSet.of(Service.BILLING)));
            processes.hold("authorization");
            Process billing = processes.start(EnumSet.of(Service.BILLING));
            Eight eight = Eight.placed(client);
            eight.awaitAll("the effect", pattern -> processes.isHeld("authorization", eight.orderId(pattern)));
            processes.kill(billing);
            processes.free("authorization");
            processes.start(EnumSet.of(Service.BILLING));
            eight.awaitOver();

            assertRows(
                    "A worker is killed between effect and answer",
                    eight,
                    pattern -> DiskShop.lines(folder, eight.orderId(pattern)),
                    Map.of());
        }
    }

    private static void assertRows(
            String title, Eight eight, Function<Pattern, List<Line>> lines, Map<Pattern, String> when) {
        assertThat(Stream.of(Pattern.values())
                        .map(pattern -> Row.of(
                                pattern,
                                lines.apply(pattern),
                                eight.saga(pattern).status(),
                                eight.caller(pattern).answer(),
                                when.getOrDefault(pattern, "–"))))
                .containsExactly(Stream.of(Pattern.values())
                        .map(pattern -> EXPECTED.row(title, pattern))
                        .toArray(String[]::new));
    }

    private static boolean arrived(Trouble trouble, Eight eight, Pattern pattern, String step) {
        return trouble.calls().stream()
                .filter(Trouble.step(step))
                .anyMatch(call -> call.sagaId().contains(eight.orderId(pattern).toString()));
    }

    private static boolean isDone(Shop shop, Eight eight, Pattern pattern, String step) {
        return shop.lines(eight.orderId(pattern)).stream()
                .anyMatch(line -> line.call().step().equals(step));
    }
}
