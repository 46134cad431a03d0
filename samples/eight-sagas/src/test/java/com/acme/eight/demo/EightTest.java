package com.acme.eight.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.eight.sagas.Pattern;
import com.acme.servers.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs {@code ./demo --eight} in this process. */
final class EightTest {

    @Test
    void eachOfTheEightDoesWhatItPromises() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean asPromised;
        try (EmbeddedServer server = new EmbeddedServer(notice -> {})) {
            asPromised = new Eight(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(server, false);
        }
        String output = printed.toString(StandardCharsets.UTF_8);

        assertThat(asPromised).as(output).isTrue();
        assertThat(output.lines().filter(line -> line.startsWith("| ")))
                .hasSize(1 + Pattern.values().length * Occasion.values().length);
        assertThat(output).endsWith("Each did what it promises.%n".formatted());
    }
}
