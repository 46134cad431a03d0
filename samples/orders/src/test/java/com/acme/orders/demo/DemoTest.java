package com.acme.orders.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.servers.DemoFailed;
import com.acme.servers.DevServer;
import com.acme.servers.EmbeddedServer;
import com.acme.servers.Options;
import com.acme.servers.RemoteServer;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the demo in this process. */
final class DemoTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Demo demo = new Demo(out);

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

        boolean asTold = tell(List.of(with(refused, SagaState.COMPLETED, Optional.empty(), refused.ledgers())));

        assertThat(asTold).isFalse();
        assertThat(output())
                .contains("its state when the caller was answered should have been COMPLETED, and was COMPENSATED.")
                .contains("its state should have been COMPLETED, and was COMPENSATED.")
                .contains("the caller's error should have been none, and was NotServed.")
                .endsWith("Not all ended as told.%n".formatted());
    }

    @Test
    void saysWhatTheLedgersHaveOtherwise() {
        Story refused = Story.all().get(1);

        boolean asTold = tell(List.of(with(refused, refused.ending(), refused.refusal(), List.of("nothing"))));

        assertThat(asTold).isFalse();
        assertThat(output()).contains("the ledgers should have been [nothing], and was [inventory did reserve");
    }

    @Test
    void undoThatTheReaderConfirmsCountsAsDone() {
        boolean asTold = tell(List.of(Story.all().get(2)), reader("c\n"));

        assertThat(asTold).isTrue();
        assertThat(output())
                .contains("saga.operator(\"reader\", \"seen in the bank's portal\").confirmDone(\"authorization\")")
                .containsPattern("HoldOrder/\\S+ is COMPENSATED\n")
                .doesNotContain("billing    undid");
    }

    @Test
    void undoThatTheReaderSkipsIsNotDone() {
        boolean asTold = tell(List.of(Story.all().get(2)), reader("s\n"));

        assertThat(asTold).isTrue();
        assertThat(output())
                .contains(".skip(\"authorization\")")
                .containsPattern("HoldOrder/\\S+ is RESOLVED_MANUALLY\n")
                .doesNotContain("billing    undid");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void serverThatIsNotThereIsOneSentence() throws IOException {
        String nobody = "127.0.0.1:" + freePort();

        DemoFailed failed = catchThrowableOfType(
                DemoFailed.class, () -> RemoteServer.named(nobody, Options.parse("--target", nobody), notice -> {}));

        assertThat(failed).hasMessageStartingWith("No Temporal server answers at " + nobody);
        assertThat(failed.getMessage()).hasLineCount(1);
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    @Test
    void serverThatDoesNotStartIsOneSentence(@TempDir Path folder) throws IOException {
        Path temporal = Files.writeString(
                folder.resolve("temporal"), "#!/bin/sh\necho 'Error: address already in use' >&2\nexit 1\n");
        assertThat(temporal.toFile().setExecutable(true)).isTrue();

        DemoFailed failed = catchThrowableOfType(DemoFailed.class, () -> DevServer.start(temporal, notice -> {}));

        assertThat(failed).hasMessage("`temporal server start-dev` did not start: Error: address already in use");
    }

    private boolean tell(List<Story> stories) {
        return tell(stories, new Question(out, InputStream.nullInputStream(), Optional.empty()));
    }

    private boolean tell(List<Story> stories, Question question) {
        try (EmbeddedServer server = new EmbeddedServer(demo.admin())) {
            return demo.run(server, question, stories);
        }
    }

    private Question reader(String keys) {
        InputStream keyboard = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        return new Question(out, keyboard, Optional.of(Duration.ofMinutes(1)));
    }

    private static Story with(
            Story story, SagaState ending, Optional<Class<? extends DeclaredError>> refusal, List<String> ledgers) {
        return new Story(
                story.title(),
                story.name(),
                story.saga(),
                story.order(),
                ending,
                refusal,
                ending,
                ledgers,
                story.likeness());
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String withoutIdsAndTimes(String output) {
        return output.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("SK-[0-9A-F]{8}", "CODE")
                .replaceAll("after \\d+ ms", "after TIME")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
