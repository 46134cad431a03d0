package com.acme.servers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Temporal's Web UI.
 *
 * @param address where it is
 * @param namespace whose workflows to show
 */
public record WebUi(URI address, String namespace) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int DEFAULT_PORT_IN_CONTAINERS = 8080;

    /** The Web UI of a server that somebody else started: where it was said to be, or in one of the usual places. */
    static Optional<WebUi> of(String server, Options options) {
        return options.webUi()
                .or(() -> usualPlaces(server).filter(WebUi::answers).findFirst())
                .map(address -> new WebUi(address, options.namespace()));
    }

    /**
     * The page of a workflow.
     *
     * @param workflowId its id
     * @return the address of the page of the latest run with this id
     */
    public String page(String workflowId) {
        return "%s/workflows/%s".formatted(pages(), URLEncoder.encode(workflowId, StandardCharsets.UTF_8));
    }

    /**
     * The page that lists the workflows.
     *
     * @return its address
     */
    public String list() {
        return pages() + "/workflows";
    }

    private String pages() {
        String base = address.toString().replaceAll("/+$", "");
        return "%s/namespaces/%s".formatted(base, URLEncoder.encode(namespace, StandardCharsets.UTF_8));
    }

    private static Stream<URI> usualPlaces(String server) {
        String host = server.substring(0, server.lastIndexOf(':'));
        return Stream.of(Options.port(server) + 1000, DEFAULT_PORT_IN_CONTAINERS)
                .filter(port -> port <= Options.HIGHEST_PORT)
                .map(port -> URI.create("http://%s:%d".formatted(host, port)));
    }

    private static boolean answers(URI address) {
        HttpRequest settings = HttpRequest.newBuilder(address.resolve("/api/v1/settings"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(settings, HttpResponse.BodyHandlers.ofString());
            return response.body().contains("\"DefaultNamespace\"");
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
