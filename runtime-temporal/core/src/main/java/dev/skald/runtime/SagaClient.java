package dev.skald.runtime;

import dev.skald.runtime.internal.client.Attaching;
import dev.skald.runtime.internal.client.SagaType;
import dev.skald.runtime.internal.client.SearchAttributes;
import dev.skald.runtime.internal.client.WorkflowHandle;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Starts sagas of one definition and finds them again; generated clients are a thin, typed layer over it. Sagas never
 * get an execution timeout: Temporal would end them without compensation.
 *
 * @param <R> the saga's result
 */
public final class SagaClient<R extends @Nullable Object> {

    private static final Duration A_LONG_TIME = Duration.ofDays(365);

    private final WorkflowClient client;
    private final SagaType<R> type;
    private final AtomicReference<@Nullable Boolean> sagaState = new AtomicReference<>();

    private SagaClient(WorkflowClient client, SagaType<R> type) {
        this.client = client;
        this.type = type;
    }

    /**
     * Begins a client.
     *
     * @param saga the saga's qualified name
     * @param version the definition's version
     * @param result the class of the saga's result; {@code Void.class} if it has none
     * @param <R> the saga's result
     * @return a builder for it
     */
    public static <R extends @Nullable Object> Builder<R> of(String saga, int version, Class<R> result) {
        return new Builder<>(saga, version, result, result);
    }

    /**
     * Begins a client of a saga whose result has a generic type.
     *
     * @param saga the saga's qualified name
     * @param version the definition's version
     * @param result the type of the saga's result
     * @param <R> the saga's result
     * @return a builder for it
     */
    public static <R> Builder<R> of(String saga, int version, ResultType<R> result) {
        return new Builder<>(saga, version, result.rawClass(), result.type());
    }

    /**
     * Starts a saga, or attaches to the one with this id and equal input that is running or completed. One that was
     * compensated is history: the same id then starts a new saga.
     *
     * @param id what identifies the saga, as the definition's {@code id} gives it
     * @param input the saga's input
     * @return a handle
     * @throws SagaIdInUse if the id belongs to a saga with other input, or to a workflow of another type
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    public SagaHandle<R> start(String id, Object... input) {
        return handleOf(id, attaching().start(id, input));
    }

    /**
     * Starts a saga, or attaches to it, and waits for its outcome.
     *
     * @param id what identifies the saga
     * @param input the saga's input
     * @return the saga's result
     * @throws SagaFailed if the saga was compensated, or is stuck
     * @throws SagaIdInUse if the id belongs to a saga with other input, or to a workflow of another type
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    public R execute(String id, Object... input) {
        return startAsking(A_LONG_TIME, id, input).result();
    }

    /**
     * Starts a saga, or attaches to it, and waits for its outcome, but only so long.
     *
     * @param waitAtMost how long to wait
     * @param id what identifies the saga
     * @param input the saga's input
     * @return the result if it came in time, otherwise a handle
     * @throws SagaFailed if in that time the saga was compensated, or is stuck
     * @throws SagaIdInUse if the id belongs to a saga with other input, or to a workflow of another type
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    public Outcome<R> execute(Duration waitAtMost, String id, Object... input) {
        long end = System.nanoTime() + waitAtMost.toNanos();
        SagaHandle<R> handle = startAsking(waitAtMost, id, input);
        return handle.result(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private SagaHandle<R> startAsking(Duration waitAtMost, String id, Object... input) {
        return type.answersEarly() ? handleOf(id, attaching().startAsking(id, waitAtMost, input)) : start(id, input);
    }

    private Attaching attaching() {
        Boolean known = sagaState.get();
        boolean isThere = known == null ? new SearchAttributes(client).hasSagaState() : known;
        sagaState.set(isThere);
        return new Attaching(client, type, isThere);
    }

    private SagaHandle<R> handleOf(String id, WorkflowExecution execution) {
        return new WorkflowHandle<>(client, type, id, execution);
    }

    /**
     * Finds a saga that was started before. Nothing is asked yet.
     *
     * @param id what identifies the saga
     * @return a handle of the latest saga with this id
     */
    public SagaHandle<R> handle(String id) {
        return handleOf(id, type.latest(id));
    }

    /**
     * Assembles a {@link SagaClient}.
     *
     * @param <R> the saga's result
     */
    public static final class Builder<R extends @Nullable Object> {

        private final String saga;
        private final int version;
        private final Class<R> result;
        private final Type resultType;
        private final Map<String, ErrorType<?>> errors = new LinkedHashMap<>();
        private String taskQueue;
        private boolean answersEarly;
        private List<String> links = List.of();
        private boolean answersNobody;
        private Function<SagaFailed.Details, ? extends SagaFailed> failure = SagaFailed::new;

        private Builder(String saga, int version, Class<R> result, Type resultType) {
            this.saga = Objects.requireNonNull(saga, "saga");
            this.version = version;
            this.result = Objects.requireNonNull(result, "result");
            this.resultType = Objects.requireNonNull(resultType, "resultType");
            this.taskQueue = saga;
        }

        /**
         * Sets the saga's task queue; by default it is the saga's qualified name.
         *
         * @param taskQueue the task queue of the saga's workers
         * @return this
         */
        public Builder<R> taskQueue(String taskQueue) {
            this.taskQueue = taskQueue;
            return this;
        }

        /**
         * Sets the declared errors that the caller gets back as what they are.
         *
         * @param types every error that a step's operation or the saga itself declares
         * @return this
         */
        public Builder<R> errors(ErrorType<?>... types) {
            for (ErrorType<?> type : types) {
                errors.put(type.name(), type);
            }
            return this;
        }

        /**
         * Says that the saga answers its caller before it is over, as eventual ones do.
         *
         * @return this
         */
        public Builder<R> answersEarly() {
            this.answersEarly = true;
            return this;
        }

        /**
         * Says that the saga is a chain, so that its status is what all of its links know, and an operator's verbs go
         * to the link that is meant.
         *
         * @param links the steps of the links behind the first, in order
         * @return this
         */
        public Builder<R> chain(String... links) {
            this.links = List.of(links);
            return this;
        }

        /**
         * Says that nobody can wait for the saga's outcome: each link of the chain is over once it has handed on. Its
         * handles tell the status only, and a cancel goes to every link that is open.
         *
         * @return this
         */
        public Builder<R> answersNobody() {
            this.answersNobody = true;
            return this;
        }

        /**
         * Sets the exception by which the caller learns that the saga was not completed.
         *
         * @param constructor the constructor of the saga's own subclass
         * @return this
         */
        public Builder<R> failure(Function<SagaFailed.Details, ? extends SagaFailed> constructor) {
            this.failure = constructor;
            return this;
        }

        /**
         * Builds it.
         *
         * @param client the application's own client, with its own options
         * @return a client for sagas of this definition
         */
        public SagaClient<R> on(WorkflowClient client) {
            return new SagaClient<>(
                    client,
                    new SagaType<>(
                            saga,
                            version,
                            taskQueue,
                            result,
                            resultType,
                            Map.copyOf(errors),
                            answersEarly,
                            links,
                            answersNobody,
                            failure));
        }
    }
}
