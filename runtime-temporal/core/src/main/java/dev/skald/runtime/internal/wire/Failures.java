package dev.skald.runtime.internal.wire;

import dev.skald.runtime.DeclaredError;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;

/** Between declared errors, Temporal's failures, and words for people. */
public final class Failures {

    private Failures() {}

    /**
     * A declared error's wire form.
     *
     * @param error the error as participant code throws it
     * @return a non-retryable failure of the error's qualified name with its fields as first detail; benign, because a
     *     refusal is an answer and nobody need be woken for it
     */
    public static ApplicationFailure of(DeclaredError error) {
        return of(error, error.errorFields());
    }

    /**
     * The wire form of a declared error by which a saga itself says no.
     *
     * @param error the error as generated code throws it
     * @return the same failure, whose fields are JSON already
     */
    public static ApplicationFailure inFlow(DeclaredError error) {
        Object fields = error.errorFields();
        return of(
                error,
                PlainJson.CONVERTER.toPayload(fields).<Object>map(RawValue::new).orElse(fields));
    }

    private static ApplicationFailure of(DeclaredError error, Object fields) {
        ApplicationFailure failure = ApplicationFailure.newBuilder()
                .setType(error.errorType().name())
                .setMessage(error.errorType().simpleName())
                .setDetails(fields)
                .setNonRetryable(true)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
        failure.setStackTrace(error.getStackTrace());
        return failure;
    }

    /**
     * The application failure that a participant answered with.
     *
     * @param failure how an activity ended
     * @return its cause, where that came from the participant's code
     */
    public static Optional<ApplicationFailure> answered(TemporalFailure failure) {
        return failure instanceof ActivityFailure && failure.getCause() instanceof ApplicationFailure cause
                ? Optional.of(cause)
                : Optional.empty();
    }

    /**
     * A failure in one line, without stack traces.
     *
     * @param failure any failure
     * @return what went wrong at the bottom of its causes
     */
    public static String inWords(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof ActivityFailure || root instanceof ChildWorkflowFailure) && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof ApplicationFailure application) {
            String type = application.getType();
            String message = application.getOriginalMessage();
            return type == null ? message : type.endsWith("." + message) ? type : type + ": " + message;
        }
        if (root instanceof TimeoutFailure timeout) {
            String cause = timeout.getCause() == null ? "" : ", after " + inWords(timeout.getCause());
            return "no answer in time (" + timeout.getTimeoutType().name() + ")" + cause;
        }
        if (root instanceof DeclaredError declared) {
            return declared.errorType().name();
        }
        return root instanceof TemporalFailure temporal ? temporal.getOriginalMessage() : root.toString();
    }
}
