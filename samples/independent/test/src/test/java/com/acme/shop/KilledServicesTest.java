package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the four services as four processes, each from its own build, and kills each with {@code kill -9} while orders
 * are under way: with its process back, each order ends as it should, and the ledgers show each effect once.
 */
@Tag("real-server")
final class KilledServicesTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the orders that are placed at a time, so many are served, and so many refused by shipping. */
    private static final int SERVED = 6;

    private static final int REFUSED = 3;

    private final Map<String, Process> services = new HashMap<>();
    private final List<Path> placed = new ArrayList<>();

    @TempDir
    private Path folder;

    private Sample sample;
    private Processes processes;

    @BeforeEach
    void build() throws Exception {
        sample = Sample.build();
        processes = new Processes(TARGET, folder);
    }

    @AfterEach
    void endProcesses() {
        processes.close();
    }

    @Test
    void eachOrderEndsTrulyAndHasEachEffectOnceWhicheverServiceIsKilled() throws Exception {
        for (String service : Sample.SERVICES) {
            start(service);
        }
        for (String service : Sample.SERVICES) {
            killWhileOrdersAreUnderWay(service);
        }

        for (Path printed : placed) {
            assertThat(outcomes(printed))
                    .containsOnly(Map.entry("COMPLETED", (long) SERVED), Map.entry("COMPENSATED", (long) REFUSED));
        }
        processes.close();
        int served = SERVED * placed.size();
        int refused = REFUSED * placed.size();
        assertThat(effects("inventory")).isEqualTo(effects(served + refused, "reserve", refused, "release"));
        assertThat(effects("billing")).isEqualTo(effects(served + refused, "authorize", refused, "void"));
        assertThat(effects("shipping")).isEqualTo(Map.of("book once", (long) served));
        assertThat(effects("mail")).isEqualTo(Map.of("send once", (long) served));
    }

    /**
     * Kills a service in the middle of the first orders, and starts it again when more have come as far as they can
     * without it.
     */
    private void killWhileOrdersAreUnderWay(String service) throws Exception {
        int before = lines(service).size();
        Process first = placeOrders(service + " is killed");
        processes.await("the first order at " + service, () -> lines(service).size() > before);
        Processes.kill(Objects.requireNonNull(services.get(service), service));
        assertThat(first.isAlive()).as("orders are still under way").isTrue();

        Process second = placeOrders(service + " is away");
        int index = Sample.SERVICES.indexOf(service);
        if (index > 0) {
            String previous = Sample.SERVICES.get(index - 1);
            processes.await(
                    "all orders at " + previous, () -> requests(previous) == (long) placed.size() * (SERVED + REFUSED));
        }
        assertThat(second.isAlive()).as("orders wait for " + service).isTrue();

        start(service);
        processes.await("the end of all orders", () -> !first.isAlive() && !second.isAlive());
        assertThat(first.exitValue() + second.exitValue()).isZero();
    }

    private Process placeOrders(String when) throws Exception {
        String name = "desk while " + when;
        placed.add(processes.output(name));
        return processes.start(sample.desk(), name, "com.acme.shop.desk.Desk", articles());
    }

    private void start(String service) throws Exception {
        String type = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1) + "Service";
        Path output = processes.output(service);
        long before = greetings(output, service);
        services.put(
                service,
                processes.start(
                        sample.service(service),
                        service,
                        "com.acme.shop." + service + "." + type,
                        List.of(ledger(service).toString())));
        processes.await(service, () -> greetings(output, service) > before);
    }

    private static long greetings(Path output, String service) throws IOException {
        return Files.exists(output)
                ? Files.readAllLines(output).stream()
                        .filter((service + " is there")::equals)
                        .count()
                : 0;
    }

    private static List<String> articles() {
        return Stream.concat(
                        Stream.generate(() -> "teapot").limit(SERVED),
                        Stream.generate(() -> "grand-piano").limit(REFUSED))
                .toList();
    }

    /** How many orders have come to which end. */
    private static Map<String, Long> outcomes(Path printed) throws IOException {
        return Files.readAllLines(printed).stream()
                .filter(line -> line.startsWith("PlaceOrder/"))
                .map(line -> line.split(" ", 3)[1])
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }

    private static Map<String, Long> effects(int done, String what, int undone, String undo) {
        return Map.of(what + " once", (long) done, undo + " once", (long) undone);
    }

    /** How often what a ledger tells of was done, counted by the first word. */
    private Map<String, Long> effects(String service) throws IOException {
        Map<String, Long> times = lines(service).stream()
                .filter(line -> !line.get("what").asText().isEmpty())
                .collect(Collectors.groupingBy(
                        line -> line.get("step").asText() + " "
                                + line.get("what").asText().split(" ", 2)[0],
                        Collectors.counting()));
        return times.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().substring(entry.getKey().lastIndexOf(' ') + 1)
                                + (entry.getValue() == 1 ? " once" : " more than once"),
                        Collectors.counting()));
    }

    /** How many requests a service has answered. */
    private long requests(String service) throws IOException {
        return lines(service).stream()
                .filter(line -> !line.get("entry").get("undone").asBoolean())
                .count();
    }

    private List<JsonNode> lines(String service) throws IOException {
        String text = Files.exists(ledger(service)) ? Files.readString(ledger(service)) : "";
        List<JsonNode> lines = new ArrayList<>();
        // What is being written has no line break yet.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private Path ledger(String service) {
        return folder.resolve(service + ".jsonl");
    }
}
