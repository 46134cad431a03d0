package com.acme.orders.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.participants.Shop;
import dev.skald.runtime.SagaState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the demo in this process. */
final class DemoTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Demo demo = new Demo(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void tellsTheStoriesAsTheReadmeShowsThem() throws IOException {
        boolean asTold = tell(Story.all());

        assertThat(asTold).isTrue();
        assertThat(Readme.read().blocks("text"))
                .extracting(DemoTest::withoutIdsAndTimes)
                .anySatisfy(block -> assertThat(block).endsWith(withoutIdsAndTimes(output())));
    }

    @Test
    void saysWhatEndedOtherwise() {
        Story refused = Story.all().get(1);
        Story wrong =
                new Story(refused.title(), refused.order(), SagaState.COMPLETED, Optional.empty(), refused.ledgers());

        boolean asTold = tell(List.of(wrong));

        assertThat(asTold).isFalse();
        assertThat(output())
                .contains("its state should have been COMPLETED, and was COMPENSATED.")
                .contains("the caller's error should have been none, and was NotServed.")
                .endsWith("Not all ended as told.%n".formatted());
    }

    @Test
    void saysWhatTheLedgersHaveOtherwise() {
        Story refused = Story.all().get(1);
        Story wrong =
                new Story(refused.title(), refused.order(), refused.ending(), refused.refusal(), List.of("nothing"));

        boolean asTold = tell(List.of(wrong));

        assertThat(asTold).isFalse();
        assertThat(output()).contains("the ledgers should have been [nothing], and was [inventory did reserve");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void serverThatIsNotThereIsOneSentence() throws IOException {
        String nobody = "127.0.0.1:" + freePort();

        DemoFailed failed = catchThrowableOfType(
                DemoFailed.class, () -> RemoteServer.named(nobody, Options.parse("--target", nobody)));

        assertThat(failed).hasMessageStartingWith("No Temporal server answers at " + nobody);
        assertThat(failed.getMessage()).hasLineCount(1);
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    @Test
    void serverThatDoesNotStartIsOneSentence(@TempDir Path folder) throws IOException {
        Path temporal = Files.writeString(
                folder.resolve("temporal"), "#!/bin/sh\necho 'Error: address already in use' >&2\nexit 1\n");
        assertThat(temporal.toFile().setExecutable(true)).isTrue();

        DemoFailed failed = catchThrowableOfType(DemoFailed.class, () -> DevServer.start(temporal));

        assertThat(failed).hasMessage("`temporal server start-dev` did not start: Error: address already in use");
    }

    private boolean tell(List<Story> stories) {
        try (EmbeddedServer server = new EmbeddedServer()) {
            return demo.run(server, new Shop(demo::tellStep), stories);
        }
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String withoutIdsAndTimes(String output) {
        return output.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("SK-[0-9A-F]{8}", "CODE")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
