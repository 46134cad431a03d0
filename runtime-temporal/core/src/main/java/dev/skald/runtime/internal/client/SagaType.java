package dev.skald.runtime.internal.client;

import dev.skald.runtime.ErrorType;
import dev.skald.runtime.SagaFailed;
import io.temporal.api.common.v1.WorkflowExecution;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of a saga's definition.
 *
 * @param name its qualified name
 * @param version its version
 * @param taskQueue where its workers poll
 * @param resultClass the class of its result
 * @param resultType the full type of its result
 * @param errors its declared errors by name
 * @param answersEarly whether the caller is answered before the saga is over
 * @param links the steps of a chain's links behind the first, in order; empty where the saga has one workflow
 * @param answersNobody whether nobody waits for its outcome, because each link of it is over by itself
 * @param failure makes the exception of a saga that was not completed
 * @param <R> its result
 */
public record SagaType<R extends @Nullable Object>(
        String name,
        int version,
        String taskQueue,
        Class<R> resultClass,
        Type resultType,
        Map<String, ErrorType<?>> errors,
        boolean answersEarly,
        List<String> links,
        boolean answersNobody,
        Function<SagaFailed.Details, ? extends SagaFailed> failure) {

    /** Copies the list. */
    public SagaType {
        links = List.copyOf(links);
    }

    String workflowType() {
        return name + ".v" + version;
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String workflowId(String id) {
        return simpleName() + "/" + id;
    }

    /**
     * Whichever workflow has the id now.
     *
     * @param id what identifies the saga
     * @return an execution without a run
     */
    public WorkflowExecution latest(String id) {
        return WorkflowExecution.newBuilder().setWorkflowId(workflowId(id)).build();
    }
}
