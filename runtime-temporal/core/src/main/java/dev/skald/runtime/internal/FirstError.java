package dev.skald.runtime.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/**
 * The error that a saga fails of, where it cannot cross as a failure: from a workflow that stays open, or one that
 * Temporal closes as cancelled.
 *
 * @param type its type on the wire, a declared error's qualified name, or null
 * @param message what it says
 * @param fields a declared error's fields, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirstError(
        @Nullable String type, String message, @Nullable JsonNode fields) {

    static FirstError of(TemporalFailure failure) {
        if (root(failure) instanceof ApplicationFailure error) {
            return new FirstError(error.getType(), error.getOriginalMessage(), fields(error));
        }
        return new FirstError(null, Failures.inWords(failure), null);
    }

    private static Throwable root(TemporalFailure failure) {
        return failure instanceof ActivityFailure && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static @Nullable JsonNode fields(ApplicationFailure error) {
        try {
            return error.getDetails().getSize() == 0 ? null : error.getDetails().get(0, JsonNode.class);
        } catch (DataConverterException unreadable) {
            return null;
        }
    }
}
