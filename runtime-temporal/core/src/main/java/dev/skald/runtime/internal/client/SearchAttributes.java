package dev.skald.runtime.internal.client;

import dev.skald.runtime.internal.wire.SagaStateAttribute;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The search attribute {@code SagaState} in a namespace: whether it is there, and how it gets there. */
public final class SearchAttributes {

    private static final String NAME = SagaStateAttribute.KEY.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WorkflowClient client;

    /**
     * Of a client's namespace.
     *
     * @param client the application's client
     */
    public SearchAttributes(WorkflowClient client) {
        this.client = client;
    }

    /**
     * Whether sagas can be started with it.
     *
     * @return not where it is missing, of another type, or hidden from this client
     */
    public boolean hasSagaState() {
        try {
            return type().filter(IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD::equals)
                    .isPresent();
        } catch (StatusRuntimeException hidden) {
            return false;
        }
    }

    /**
     * Registers the attribute, and returns when it is there.
     *
     * @throws IllegalStateException if it is there with another type, or does not appear
     * @throws StatusRuntimeException if the server cannot be reached or does not allow it
     */
    public void registerSagaState() {
        if (type().isEmpty()) {
            add();
        }
        // Adding says ok, too, where nothing was added; only the list tells.
        IndexedValueType found = awaitType();
        if (found != IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD) {
            throw new IllegalStateException(("The search attribute %s of namespace %s has the type %s, and sagas need"
                            + " Keyword. Remove it, or give sagas a namespace of their own.")
                    .formatted(NAME, namespace(), inWords(found)));
        }
    }

    private void add() {
        try {
            operator()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(namespace())
                            .putSearchAttributes(NAME, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                            .build());
        } catch (StatusRuntimeException refused) {
            if (refused.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw refused;
            }
        }
    }

    private IndexedValueType awaitType() {
        long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            Optional<IndexedValueType> type = type();
            if (type.isPresent()) {
                return type.get();
            }
            pause();
        }
        throw new IllegalStateException(
                "The search attribute %s was added to namespace %s, and is not there after %d s."
                        .formatted(NAME, namespace(), VISIBLE_WITHIN.toSeconds()));
    }

    private Optional<IndexedValueType> type() {
        return Optional.ofNullable(operator()
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace())
                        .build())
                .getCustomAttributesMap()
                .get(NAME));
    }

    /** Over the client's own channel, with all that the application has put on it. */
    private OperatorServiceBlockingStub operator() {
        return OperatorServiceGrpc.newBlockingStub(
                        client.getWorkflowServiceStubs().blockingStub().getChannel())
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private String namespace() {
        return client.getOptions().getNamespace();
    }

    private static String inWords(IndexedValueType type) {
        return type.name().replace("INDEXED_VALUE_TYPE_", "");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the search attribute " + NAME, stopped);
        }
    }
}
