package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import java.lang.reflect.Type;

/**
 * An answer that cannot be read. The reader's own messages show what was in the answer, which may be sensitive, so only
 * the place is kept.
 */
public final class Unreadable {

    private static final String TYPE = "dev.skald.UnreadableAnswer";

    private Unreadable() {}

    public static ApplicationFailure answer(String activityType, Type expected, DataConverterException failure) {
        return failure(activityType + " answered what cannot be read as " + expected.getTypeName() + place(failure));
    }

    public static ApplicationFailure nothing(String activityType, Type expected) {
        return failure(activityType + " answered nothing where " + expected.getTypeName() + " is expected");
    }

    private static ApplicationFailure failure(String message) {
        return ApplicationFailure.newBuilder()
                .setType(TYPE)
                .setMessage(message)
                .setNonRetryable(true)
                .build();
    }

    /** Where in the answer it cannot be read, in words that follow its name. */
    public static String place(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                return ", at " + mapping.getPathReference();
            }
            cause = cause.getCause();
        }
        return "";
    }
}
