package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever waits for a saga that answers early waits while no server is there, and does nothing else. */
final class WaitingCallerTest {

    /** Nobody listens there. */
    private static final String NOWHERE = "127.0.0.1:1";

    private final AtomicInteger calls = new AtomicInteger();
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(NOWHERE)
                    .setGrpcClientInterceptors(List.of(new Counting()))
                    .build());
    private final SagaHandle<String> handle = Trial.earlyClient(WorkflowClient.newInstance(
                    stubs,
                    Skald.clientOptions(WorkflowClientOptions.newBuilder()).build()))
            .handle("1");

    @AfterEach
    void disconnect() {
        stubs.shutdownNow();
    }

    @Test
    void aCallerAsksNoMoreThanAFewTimesASecondWhileNoServerIsThere() {
        assertThat(handle.result(Duration.ofSeconds(4))).isInstanceOf(Outcome.Pending.class);

        assertThat(calls.get()).isBetween(2, 20);
    }

    @Test
    void aCallerWhoseConnectionIsShutDownIsToldSo() {
        stubs.shutdownNow();

        assertThatThrownBy(handle::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the connection to Temporal was shut down");
    }

    @Test
    void aCallerWhoIsInterruptedStopsWaiting() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                handle.result();
            } catch (CancellationException interrupted) {
                ended.complete(interrupted);
            }
        });
        caller.start();
        caller.interrupt();

        assertThat(ended.get(30, TimeUnit.SECONDS)).hasMessage("interrupted while waiting for a saga");
    }

    private final class Counting implements ClientInterceptor {

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            calls.incrementAndGet();
            return next.newCall(method, options);
        }
    }
}
