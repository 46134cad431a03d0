package com.acme.eight.demo;

import com.acme.eight.Order;
import com.acme.eight.participants.Service;
import com.acme.eight.participants.Services;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Counter;
import com.acme.eight.sagas.Pattern;
import com.acme.servers.Pause;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Places the orders of an occasion, one on each saga, and looks on until each has settled. */
final class Runs {

    private static final Duration DOWN = Duration.ofSeconds(3);

    private final WorkflowClient client;
    private final Shop shop;
    private final Services services;

    Runs(WorkflowClient client, Shop shop, Services services) {
        this.client = client;
        this.shop = shop;
        this.services = services;
    }

    List<Run> of(Occasion occasion, List<Pattern> patterns) {
        return occasion == Occasion.DOWN ? whileShippingIsDown(patterns) : inTurn(occasion, patterns);
    }

    private List<Run> inTurn(Occasion occasion, List<Pattern> patterns) {
        services.allUp();
        List<Run> runs = new ArrayList<>();
        for (Pattern pattern : patterns) {
            runs.add(place(occasion, pattern).settled());
        }
        return runs;
    }

    /** All at once, so that it has to be down only once. */
    private List<Run> whileShippingIsDown(List<Pattern> patterns) {
        for (Service service : Service.values()) {
            if (service == Service.SHIPPING) {
                services.down(service);
            } else {
                services.up(service);
            }
        }
        List<Placed> placed =
                patterns.stream().map(pattern -> place(Occasion.DOWN, pattern)).toList();
        Pause.of(DOWN);
        services.up(Service.SHIPPING);
        // Each is looked at by a thread of its own, so that none is seen late.
        ExecutorService watchers = Executors.newFixedThreadPool(placed.size());
        try {
            return placed.stream().map(one -> CompletableFuture.supplyAsync(one::settled, watchers)).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            watchers.shutdown();
        }
    }

    private Placed place(Occasion occasion, Pattern pattern) {
        Order order = occasion.order();
        return Placed.on(pattern, occasion, order, Counter.of(pattern, client), client, shop);
    }
}
