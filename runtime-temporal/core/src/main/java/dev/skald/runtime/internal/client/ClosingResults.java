package dev.skald.runtime.internal.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes that a saga tells when its workflow closes.
 *
 * @param <R> the saga's result
 */
final class ClosingResults<R extends @Nullable Object> implements Results<R> {

    private final WorkflowStub stub;
    private final SagaType<R> type;

    ClosingResults(WorkflowStub stub, SagaType<R> type) {
        this.stub = stub;
        this.type = type;
    }

    /** A server that was too busy all that time has not said how the saga ended, no more than one where it is open. */
    @Override
    public R within(Duration atMost) throws TimeoutException {
        long millis = Math.max(1, atMost.toMillis());
        try {
            return stub.getResult(millis, TimeUnit.MILLISECONDS, type.resultClass(), type.resultType());
        } catch (WorkflowServiceException failed) {
            if (failed.getCause() instanceof StatusRuntimeException status
                    && status.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED) {
                throw new TimeoutException(status.getMessage());
            }
            throw failed;
        }
    }
}
