package com.acme.servers;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the demo was called.
 *
 * @param target the server to use, as {@code HOST:PORT}; without it the demo starts one
 * @param namespace the namespace to use on it
 * @param webUi where that server's Web UI is; without it the usual places are tried
 * @param ask how long to wait for an answer of the reader; empty if there is nobody to be asked
 * @param stay whether server and workers stay until Ctrl-C
 */
public record Options(
        Optional<String> target, String namespace, Optional<URI> webUi, Optional<Duration> ask, boolean stay) {

    /** The highest port there is. */
    public static final int HIGHEST_PORT = 65535;

    private static final Pattern ADDRESS = Pattern.compile("(.+):(\\d{1,5})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/].*");

    /**
     * Reads the options.
     *
     * @param arguments as the demo was called with
     * @return what they say
     * @throws DemoFailed if there is one that the demo does not know
     */
    public static Options parse(String... arguments) {
        Optional<String> target = Optional.empty();
        Optional<String> namespace = Optional.empty();
        Optional<URI> webUi = Optional.empty();
        Optional<Duration> ask = Optional.empty();
        boolean stay = false;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--target" -> target = Optional.of(address(option, rest));
                case "--namespace" -> namespace = Optional.of(value(option, rest, "NAME", Pattern.compile(".+")));
                case "--web-ui" -> webUi = Optional.of(URI.create(value(option, rest, "URL", WEB_ADDRESS)));
                case "--ask" -> ask = Optional.of(Duration.ofSeconds(seconds(option, rest)));
                case "--stay" -> stay = true;
                default -> throw DemoFailed.misused("Unknown option: " + option + " (see ./demo --help).");
            }
        }
        if (target.isEmpty() && (namespace.isPresent() || webUi.isPresent())) {
            throw DemoFailed.misused("--namespace and --web-ui belong to --target HOST:PORT (see ./demo --help).");
        }
        return new Options(target, namespace.orElse("default"), webUi, ask, stay);
    }

    private static String address(String option, Deque<String> rest) {
        String address = value(option, rest, "HOST:PORT", ADDRESS);
        if (port(address) > HIGHEST_PORT) {
            throw DemoFailed.misused("There is no port %d, the highest is %d.".formatted(port(address), HIGHEST_PORT));
        }
        return address;
    }

    private static int seconds(String option, Deque<String> rest) {
        return Integer.parseInt(value(option, rest, "SECONDS", SECONDS));
    }

    /**
     * The port in an address.
     *
     * @param address of the form HOST:PORT
     * @return the port
     */
    public static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String value(String option, Deque<String> rest, String form, Pattern expected) {
        String value = rest.isEmpty() ? "" : rest.remove();
        if (!expected.matcher(value).matches()) {
            throw DemoFailed.misused(option + " needs a value of the form " + form + " (see ./demo --help).");
        }
        return value;
    }
}
