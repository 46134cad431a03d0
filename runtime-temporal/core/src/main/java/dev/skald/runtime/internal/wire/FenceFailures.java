package dev.skald.runtime.internal.wire;

import com.google.protobuf.ByteString;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** How a fence says no. Both are answers and no faults: benign, so that nobody is woken for them. */
public final class FenceFailures {

    private FenceFailures() {}

    /**
     * A refusal that is given again.
     *
     * @param error the declared error's qualified name
     * @param fields its fields as JSON
     * @return the error as it crossed the wire the first time
     */
    public static ApplicationFailure refusedBefore(String error, String fields) {
        RawValue json = new RawValue(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(fields))
                .build());
        return failure(error, error.substring(error.lastIndexOf('.') + 1), json);
    }

    /**
     * The answer to a request that comes too late.
     *
     * @param call the request
     * @return that its step was undone
     */
    public static ApplicationFailure afterUndo(SagaCall call) {
        return failure(SagaFence.AFTER_UNDO, "this request comes after its undo: " + call.key());
    }

    private static ApplicationFailure failure(String type, String message, Object... details) {
        return ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage(message)
                .setDetails(details)
                .setNonRetryable(true)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
