package dev.skald.runtime;

import java.util.Objects;

/**
 * A business error that a participant may answer with: its own word that nothing happened. Each {@code error} of a
 * definition becomes a subclass.
 *
 * <p>Participant code throws it plainly; a worker made with {@link Skald#workerFactoryOptions} sends it as a
 * non-retryable application failure with the error's qualified name and its fields, and the caller of the saga finds it
 * as the cause of a {@link SagaFailed}. Its message is the error's name only: fields may be sensitive, and messages end
 * in logs.
 */
public abstract class DeclaredError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorType<?> type;
    private final transient Object fields;

    /**
     * Makes an error.
     *
     * @param type how the error crosses the wire
     * @param fields the record of its fields, an instance of {@link ErrorType#fields()}
     */
    protected DeclaredError(ErrorType<?> type, Object fields) {
        super(type.simpleName());
        this.type = type;
        this.fields = Objects.requireNonNull(fields, "fields");
    }

    /**
     * How the error crosses the wire.
     *
     * @return the error's type
     */
    public final ErrorType<?> errorType() {
        return type;
    }

    /**
     * What crosses the wire.
     *
     * @return the record of the error's fields
     */
    public final Object errorFields() {
        return fields;
    }
}
