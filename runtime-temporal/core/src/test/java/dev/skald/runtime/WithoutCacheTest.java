package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.PlaceOrderFailed;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sagas of which a worker remembers nothing from one task to the next, as after a crash before every task: each task
 * brings the whole history, and the workflow runs from its beginning.
 */
final class WithoutCacheTest {

    private final AtomicInteger beginnings = new AtomicInteger();
    private final Shop shop = new Shop();
    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(options());
    private final PlaceOrderClient orders = new PlaceOrderClient(temporal.getWorkflowClient());

    @BeforeEach
    void startWorkers() {
        Sagas.register(temporal.getWorkerFactory(), shop);
        temporal.start();
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    @Test
    void completedSagaEndsTheSame() {
        SagaHandle<Confirmation> handle = orders.start(Sagas.order());

        assertThat(handle.result().trackingCode()).isEqualTo("T-sku-1");
        assertThat(handle.status().state()).isEqualTo(SagaState.COMPLETED);
        assertThat(shop.effects()).containsExactly("reserve", "authorize", "book", "capture", "sendReceipt");
        assertBeganForEachTask(handle);
    }

    @Test
    void compensatedSagaEndsTheSame() {
        shop.on("book", Behaviours.failing(() -> new NotServed("islands")));
        SagaHandle<Confirmation> handle = orders.start(Sagas.order());

        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed).hasCauseInstanceOf(NotServed.class);
        assertThat(shop.effects()).containsExactly("reserve", "authorize", "voidAuthorization", "release");
        assertBeganForEachTask(handle);
    }

    private void assertBeganForEachTask(SagaHandle<?> handle) {
        List<HistoryEvent> tasks = temporal.getWorkflowClient().fetchHistory(handle.workflowId()).getEvents().stream()
                .filter(HistoryEvent::hasWorkflowTaskCompletedEventAttributes)
                .toList();
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(6);
        assertThat(beginnings).hasValueGreaterThanOrEqualTo(tasks.size());
    }

    private TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(List.of(new NoStickyQueues()))
                        .build())
                .setWorkerFactoryOptions(Skald.workerFactoryOptions(
                                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(new Beginnings()))
                        .build())
                .build();
    }

    /** Counts how often a workflow begins. */
    private final class Beginnings extends WorkerInterceptorBase {
        @Override
        public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
            beginnings.incrementAndGet();
            return next;
        }
    }

    /**
     * Keeps from the server which queue the worker's cache belongs to, so that it always sends the whole history. The
     * SDK takes a cache of size 0 for its default.
     */
    private static final class NoStickyQueues implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void sendMessage(Q message) {
                    super.sendMessage(forgetful(message));
                }
            };
        }

        @SuppressWarnings("unchecked") // It stays a message of the same type.
        private static <Q> Q forgetful(Q message) {
            return message instanceof RespondWorkflowTaskCompletedRequest done
                    ? (Q) done.toBuilder().clearStickyAttributes().build()
                    : message;
        }
    }
}
