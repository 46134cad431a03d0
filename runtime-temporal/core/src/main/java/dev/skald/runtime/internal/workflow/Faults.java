package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;

/** What ends a saga's flow though no participant has failed. */
public final class Faults {

    /** The failure type of a saga that was to decide by a constant that its version does not know. */
    public static final String UNRECOGNIZED = "dev.skald.UnrecognizedConstant";

    /** What enums of generated code call such a constant. */
    private static final String STAND_IN = "UNRECOGNIZED";

    private Faults() {}

    /**
     * A constant by which a saga decides must be known.
     *
     * @param constant any constant
     * @throws ApplicationFailure if it stands for all that are not known
     */
    public static void requireKnown(Enum<?> constant) {
        if (constant.name().equals(STAND_IN)) {
            String type = constant.getDeclaringClass().getSimpleName();
            throw fault(UNRECOGNIZED, "the saga decides by a " + type + " that this version does not know");
        }
    }

    private static ApplicationFailure fault(String type, String message) {
        return ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage(message)
                .setNonRetryable(true)
                .build();
    }
}
