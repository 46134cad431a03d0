package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.skald.runtime.UndoRecord;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a saga answers the saga that has run it.
 *
 * @param result its result, or null where it has none
 * @param undo what it takes to undo it, or null where that was handed back by itself
 * @param <R> its result
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubSagaAnswer<R>(@Nullable R result, @Nullable UndoRecord undo) {

    /** The type of an answer with such a result. */
    public static Type with(Type result) {
        TypeFactory types = TypeFactory.defaultInstance();
        return types.constructParametricType(SubSagaAnswer.class, types.constructType(result));
    }
}
