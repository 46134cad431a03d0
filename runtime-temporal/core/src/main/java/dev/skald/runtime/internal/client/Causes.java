package dev.skald.runtime.internal.client;

import dev.skald.runtime.ErrorType;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.FirstError;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what came over the wire back into what the caller of a saga is told. */
final class Causes {

    private final String workflowId;
    private final SagaType<?> type;
    private final DataConverter converter;

    Causes(String workflowId, SagaType<?> type, DataConverter converter) {
        this.workflowId = workflowId;
        this.type = type;
        this.converter = converter;
    }

    /** Whether the workflow failed by itself, as that of a saga does that was not completed. */
    boolean isEnding(WorkflowFailedException closed) {
        return closed.getCause() instanceof ApplicationFailure failure && isEnding(failure);
    }

    /** Whether a failure is how a saga of this definition says that it was not completed. */
    boolean isEnding(ApplicationFailure failure) {
        return (type.name() + Ending.TYPE_SUFFIX).equals(failure.getType());
    }

    /** What such a failure tells. */
    Optional<Ending> ending(WorkflowFailedException closed) {
        return closed.getCause() instanceof ApplicationFailure failure && isEnding(failure)
                ? read(failure, Ending.class)
                : Optional.empty();
    }

    /** Of a saga whose workflow is closed. */
    SagaFailed failure(WorkflowFailedException closed) {
        Throwable cause = closed.getCause() == null ? closed : closed.getCause();
        return cause instanceof ApplicationFailure failure && isEnding(failure)
                ? failure(failure)
                : failure(SagaState.RUNNING, List.of(), cause);
    }

    /** Of a saga that said itself that it was not completed. */
    SagaFailed failure(ApplicationFailure told) {
        Optional<Ending> ending = read(told, Ending.class);
        return failure(
                ending.map(Ending::state).orElse(SagaState.RUNNING),
                ending.map(Ending::steps).orElse(List.of()),
                told.getCause() == null ? told : inOwnWords(told.getCause()));
    }

    /** Of a saga that told its end, or how far it came, in another way than by failing. */
    SagaFailed failure(Ending ending, Throwable otherwise) {
        return failure(ending.state(), ending.steps(), ending.error() == null ? otherwise : inOwnWords(ending.error()));
    }

    private SagaFailed failure(SagaState state, List<StepStatus> steps, @Nullable Throwable cause) {
        return type.failure().apply(new SagaFailed.Details(workflowId, state, steps, cause));
    }

    private Throwable inOwnWords(Throwable cause) {
        if (cause instanceof ApplicationFailure failure) {
            Optional<Throwable> own = declared(failure.getType())
                    .flatMap(error -> read(failure, error.fields()).map(error::create));
            return own.orElse(failure);
        }
        return cause;
    }

    private Throwable inOwnWords(FirstError error) {
        Optional<Throwable> own = declared(error.type())
                .flatMap(declared -> error.payload()
                        .flatMap(fields -> read(fields, declared.fields()))
                        .map(declared::create));
        return own.orElseGet(() -> ApplicationFailure.newBuilder()
                .setMessage(error.message())
                .setType(error.type() == null ? "dev.skald.Failure" : error.type())
                .build());
    }

    private Optional<ErrorType<?>> declared(@Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(type.errors().get(name));
    }

    private static <T> Optional<T> read(ApplicationFailure failure, Class<T> what) {
        try {
            return Optional.ofNullable(failure.getDetails().get(0, what));
        } catch (DataConverterException unreadable) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(Payload payload, Class<T> what) {
        try {
            return Optional.ofNullable(converter.fromPayload(payload, what, what));
        } catch (DataConverterException unreadable) {
            return Optional.empty();
        }
    }
}
