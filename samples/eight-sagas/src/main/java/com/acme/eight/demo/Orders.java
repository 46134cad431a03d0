package com.acme.eight.demo;

import com.acme.eight.participants.Services;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Pattern;
import com.acme.servers.Options;
import com.acme.servers.TemporalServer;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.util.List;

/** Places orders on one of the sagas, one after the other, for whoever counts what that costs the server. */
public final class Orders {

    private Orders() {}

    /**
     * Places one order, then the others, and says after each when they have settled; goes on when it is sent a line.
     *
     * @param arguments the server, as {@code HOST:PORT}; the saga and the occasion, as in {@code FAIRY_TALE REFUSED};
     *     and how many orders
     */
    public static void main(String... arguments) throws IOException {
        Pattern pattern = Pattern.valueOf(arguments[1]);
        Occasion occasion = Occasion.valueOf(arguments[2]);
        Shop shop = new Shop();
        try (TemporalServer server = TemporalServer.open(Options.parse("--target", arguments[0]), notice -> {});
                Services services = new Services(server.client(), WorkerFactoryOptions.getDefaultInstance(), shop)) {
            Runs runs = new Runs(server.client(), shop, services);
            runs.of(occasion, List.of(pattern));
            tell("ready");
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                runs.of(occasion, List.of(pattern));
            }
            tell("placed");
        }
        System.exit(0);
    }

    private static void tell(String what) throws IOException {
        System.out.println(what);
        while (System.in.read() > '\n') {
            // The rest of the line.
        }
    }
}
