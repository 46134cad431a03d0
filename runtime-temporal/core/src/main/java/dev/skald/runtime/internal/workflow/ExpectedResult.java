package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Unreadable;
import io.temporal.common.converter.DataConverterException;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * What a call is to answer with.
 *
 * @param activityType the activity's name
 * @param resultClass the class of the result
 * @param resultType the full type of the result
 */
record ExpectedResult(String activityType, Class<?> resultClass, Type resultType) {

    /** Why an answer that an operator gives will not do; empty if it will. */
    Optional<String> whyNot(ConfirmedAnswer answer) {
        if (answer.isEmpty()) {
            return resultClass == Optional.class
                    ? Optional.empty()
                    : Optional.of("give what %s would have answered, as `result`: %s as JSON"
                            .formatted(activityType, resultType.getTypeName()));
        }
        try {
            answer.read(resultClass, resultType);
            return Optional.empty();
        } catch (DataConverterException unreadable) {
            return Optional.of("`result` cannot be read as " + resultType.getTypeName() + Unreadable.place(unreadable));
        }
    }
}
