package dev.skald.runtime.internal.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skald.runtime.internal.wire.PlainJson;
import io.temporal.api.common.v1.Payload;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An answer that an operator gives in the participant's place.
 *
 * @param result the result as JSON, or null
 */
record ConfirmedAnswer(@Nullable JsonNode result) {

    /** Whether there is a result. */
    boolean isEmpty() {
        return result == null || result.isNull();
    }

    /**
     * The result in the type that is expected, null where there is none.
     *
     * @throws io.temporal.common.converter.DataConverterException if it cannot be read so
     */
    <T> @Nullable T read(Class<T> resultClass, Type resultType) {
        if (isEmpty()) {
            return null;
        }
        Payload payload = PlainJson.CONVERTER.toPayload(result).orElseThrow();
        return PlainJson.CONVERTER.fromPayload(payload, resultClass, resultType);
    }
}
