package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The error that a saga fails of, where it cannot cross as a failure: from a workflow that stays open, or one that
 * Temporal closes as cancelled.
 *
 * @param type its type on the wire, a declared error's qualified name, or null
 * @param message what it says
 * @param fields a declared error's fields as JSON text, so that no digit is lost on the way, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirstError(
        @Nullable String type, String message, @Nullable String fields) {

    public static FirstError refusal(ApplicationFailure declared) {
        // A participant in another language may have left them out.
        Optional<RawValue> fields = Optional.ofNullable(declared.getDetails().get(0, RawValue.class));
        return new FirstError(
                declared.getType(),
                declared.getOriginalMessage(),
                fields.map(json -> json.getPayload().getData().toStringUtf8()).orElse(null));
    }

    public static FirstError fault(TemporalFailure failure) {
        return root(failure) instanceof ApplicationFailure error
                ? new FirstError(error.getType(), error.getOriginalMessage(), null)
                : new FirstError(null, Failures.inWords(failure), null);
    }

    private static Throwable root(TemporalFailure failure) {
        boolean carries = failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure;
        return carries && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The error as a failure again, as far as it has crossed. */
    public ApplicationFailure failure() {
        ApplicationFailure.Builder failure = ApplicationFailure.newBuilder()
                .setType(type == null ? "dev.skald.Failure" : type)
                .setMessage(message)
                .setNonRetryable(true);
        payload().ifPresent(fields -> failure.setDetails(new RawValue(fields)));
        return failure.build();
    }

    /** The fields as they would have crossed with a failure. */
    public Optional<Payload> payload() {
        return Optional.ofNullable(fields)
                .map(json -> Payload.newBuilder()
                        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                        .setData(ByteString.copyFromUtf8(json))
                        .build());
    }
}
