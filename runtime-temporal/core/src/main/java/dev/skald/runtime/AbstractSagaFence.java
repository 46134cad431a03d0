package dev.skald.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.internal.wire.FenceFailures;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link SagaFence} does alike. A subclass says where entries are kept, and how calls for the same entry
 * have their turns.
 */
public abstract class AbstractSagaFence implements SagaFence {

    private final ObjectMapper json;

    /** A fence that writes and reads answers as Temporal's own converter does. */
    protected AbstractSagaFence() {
        this(JacksonJsonPayloadConverter.newDefaultObjectMapper());
    }

    /**
     * A fence for participants whose answers need a mapper of their own.
     *
     * @param json writes answers, and reads them again
     */
    protected AbstractSagaFence(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Gives a call its turn: finds the step's entry, applies the turn to it, and keeps what that returns. No other call
     * of the same step has its turn meanwhile, in whatever process it is answered, and no call of another step waits.
     *
     * <p>The turn does the participant's work. If it returns, the work and the entry are kept together or not at all;
     * if it throws, no entry is kept, nothing that the work has written in the same transaction stays, and what it has
     * thrown is passed on.
     *
     * @param call the call; {@link SagaCall#stepKey()} is the key of its step
     * @param turn makes the new entry of the old one, which is {@link FenceEntry#NONE} where there is none
     * @return the entry that was kept
     * @throws IllegalStateException if the call comes from within the work of a turn of the same step
     */
    protected abstract FenceEntry inTurn(SagaCall call, UnaryOperator<FenceEntry> turn);

    @Override
    public final <T> T once(SagaCall call, Class<T> answer, Supplier<? extends T> work) {
        return answered(call, json.constructType(answer), work);
    }

    @Override
    public final <T> T once(SagaCall call, ResultType<T> answer, Supplier<? extends T> work) {
        return answered(call, json.constructType(answer.type()), work);
    }

    @Override
    public final void once(SagaCall call, Runnable work) {
        ask(call, () -> {
            work.run();
            return true;
        });
    }

    @Override
    public final void undo(SagaCall call, Runnable work) {
        require(call, Phase.UNDO);
        inTurn(call, entry -> {
            if (entry.undone()) {
                return entry;
            }
            if (entry.isDone()) {
                work.run();
            }
            return entry.afterUndo();
        });
    }

    private <T> T answered(SagaCall call, JavaType type, Supplier<? extends T> work) {
        String answer = ask(call, work);
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException failure) {
            throw unusable(call, "cannot be read as " + type.toCanonical(), failure);
        }
    }

    private String ask(SagaCall call, Supplier<?> work) {
        require(call, Phase.DO);
        AtomicReference<@Nullable DeclaredError> thrown = new AtomicReference<>();
        FenceEntry entry = inTurn(call, known -> {
            thrown.set(null);
            if (known.undone()) {
                throw FenceFailures.afterUndo(call);
            }
            return known.answer() == null ? answer(call, work, thrown) : known;
        });
        DeclaredError refusal = thrown.get();
        if (refusal != null) {
            throw refusal;
        }
        if (entry.error() != null) {
            throw FenceFailures.refusedBefore(entry.error(), kept(call, entry));
        }
        return kept(call, entry);
    }

    private FenceEntry answer(SagaCall call, Supplier<?> work, AtomicReference<@Nullable DeclaredError> thrown) {
        try {
            Object answer = work.get();
            return FenceEntry.done(write(
                    call, Objects.requireNonNull(answer, () -> "The work for " + call.key() + " answered null.")));
        } catch (DeclaredError refusal) {
            thrown.set(refusal);
            return FenceEntry.refused(refusal.errorType().name(), write(call, refusal.errorFields()));
        }
    }

    private static String kept(SagaCall call, FenceEntry entry) {
        return Objects.requireNonNull(entry.answer(), () -> "The answer to " + call.key() + " was not kept.");
    }

    private String write(SagaCall call, Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException failure) {
            throw unusable(call, "cannot be written as JSON", failure);
        }
    }

    /** Jackson's own messages show what was in the answer, which may be sensitive, so only the place is kept. */
    private static IllegalStateException unusable(SagaCall call, String why, JsonProcessingException failure) {
        String place = failure instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? ", at " + mapping.getPathReference()
                : "";
        return new IllegalStateException("The answer to " + call.key() + " " + why + place);
    }

    private static void require(SagaCall call, Phase phase) {
        if (call.phase() != phase) {
            throw new IllegalArgumentException(
                    phase == Phase.DO
                            ? "This call is to undo a step, and must be answered by undo(...): " + call.key()
                            : "This call is to do a step, and must be answered by once(...): " + call.key());
        }
    }
}
