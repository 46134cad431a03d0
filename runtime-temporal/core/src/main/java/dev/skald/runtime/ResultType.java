package dev.skald.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A result's type with its type arguments, kept at run time: {@code new ResultType<List<Item>>() {}}.
 *
 * @param <T> the type
 */
public abstract class ResultType<T> {

    private final Type type;

    /** Keeps the type argument of the subclass. */
    protected ResultType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType own)) {
            throw new IllegalStateException("write new ResultType<List<Item>>() {}, with the type in it");
        }
        this.type = own.getActualTypeArguments()[0];
    }

    /**
     * The type.
     *
     * @return the full type
     */
    public final Type type() {
        return type;
    }

    /**
     * The type's class.
     *
     * @return the class without its type arguments
     */
    @SuppressWarnings("unchecked") // a type's raw class is the class of its instances
    public final Class<T> rawClass() {
        return (Class<T>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
