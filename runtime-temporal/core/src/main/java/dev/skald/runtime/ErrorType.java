package dev.skald.runtime;

import java.util.Objects;
import java.util.function.Function;

/**
 * How a declared error crosses the wire: as a non-retryable application failure of this name, with the error's fields
 * as its first detail. Generated as a constant of each error.
 *
 * @param <E> the error
 */
public final class ErrorType<E extends DeclaredError> {

    private final String name;
    private final Class<?> fields;
    private final Function<Object, E> constructor;

    private ErrorType(String name, Class<?> fields, Function<Object, E> constructor) {
        this.name = Objects.requireNonNull(name, "name");
        this.fields = Objects.requireNonNull(fields, "fields");
        this.constructor = Objects.requireNonNull(constructor, "constructor");
    }

    /**
     * The type of an error.
     *
     * @param name the error's qualified name in the definition
     * @param fields the record of its fields
     * @param constructor makes the error of its fields
     * @param <F> the record of its fields
     * @param <E> the error
     * @return the type
     */
    public static <F, E extends DeclaredError> ErrorType<E> of(
            String name, Class<F> fields, Function<F, E> constructor) {
        return new ErrorType<>(name, fields, value -> constructor.apply(fields.cast(value)));
    }

    /**
     * The error's name on the wire.
     *
     * @return its qualified name in the definition, such as {@code com.acme.orders.CardDeclined}
     */
    public String name() {
        return name;
    }

    /**
     * The error's name for people.
     *
     * @return the name without its package
     */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The record of the error's fields.
     *
     * @return the class that the first detail of the failure is read as
     */
    public Class<?> fields() {
        return fields;
    }

    /**
     * Makes the error of its fields.
     *
     * @param fields an instance of {@link #fields()}
     * @return the error
     * @throws ClassCastException if the fields are another error's
     */
    public E create(Object fields) {
        return constructor.apply(fields);
    }
}
