package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.LinkShape;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.internal.wire.LinkBeginnings;
import dev.skald.runtime.internal.wire.LinkBeginnings.Beginning;
import dev.skald.runtime.internal.wire.SagaStateAttribute;
import dev.skald.runtime.internal.wire.Texts;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.RetryOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The workflow of a link, once the server has it; whether a worker has taken it is another matter.
 *
 * @param <R> what it answers with
 */
public final class StartedLink<R> {

    private static final Duration QUESTION = Duration.ofSeconds(10);

    private final ChildWorkflowStub workflow;
    private final WorkflowExecution execution;
    private boolean closed;
    private @Nullable R result;
    private @Nullable TemporalFailure failure;

    private StartedLink(ChildWorkflowStub workflow, WorkflowExecution execution, Promise<R> closing) {
        this.workflow = workflow;
        this.execution = execution;
        closing.handle((value, failed) -> {
            closed(value, failed);
            return execution;
        });
    }

    /** Its workflow is closed. Public because Temporal's lambdas can be serialized. */
    public void closed(@Nullable R value, @Nullable RuntimeException failed) {
        result = value;
        failure = failed == null ? null : asFailure(failed);
        closed = true;
    }

    /** What is no failure of Temporal's, such as a result that cannot be read, fails the workflow's task. */
    private static TemporalFailure asFailure(RuntimeException failed) {
        if (failed instanceof TemporalFailure temporal) {
            return temporal;
        }
        throw failed;
    }

    /** Starts it, and returns when the server has it. */
    static <R> StartedLink<R> start(
            SagaShape saga, LinkShape link, Chain chain, Class<R> resultClass, Type resultType, Object envelope) {
        String type = saga.name() + ".v" + saga.version() + "." + link.step().name();
        ChildWorkflowStub workflow = Workflow.newUntypedChildWorkflowStub(type, options(link, chain));
        Promise<R> closing = workflow.executeAsync(resultClass, resultType, chain, envelope);
        return new StartedLink<>(workflow, workflow.getExecution().get(), closing);
    }

    private static ChildWorkflowOptions options(LinkShape link, Chain chain) {
        ChildWorkflowOptions.Builder options = ChildWorkflowOptions.newBuilder()
                .setWorkflowId(chain.frontWorkflowId() + "/" + link.step().name())
                .setTaskQueue(link.taskQueue())
                // What it has begun it brings to its own end, whatever becomes of the links before it.
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setStaticSummary(Texts.cut(link.step().wording(), Texts.SUMMARY_BYTES));
        if (SagaStateAttribute.isThere()) {
            options.setTypedSearchAttributes(SearchAttributes.newBuilder()
                    .set(SagaStateAttribute.KEY, SagaStateAttribute.OK)
                    .build());
        }
        return options.build();
    }

    String workflowId() {
        return execution.getWorkflowId();
    }

    ChildWorkflowStub workflow() {
        return workflow;
    }

    boolean isClosed() {
        return closed;
    }

    @Nullable
    R result() {
        return result;
    }

    /** How it failed, if it did. */
    @Nullable
    TemporalFailure failure() {
        return failure;
    }

    /** Asks the server whether a worker has taken it. */
    Promise<Beginning> beginning(boolean isStopped) {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(QUESTION)
                .setRetryOptions(
                        RetryOptions.newBuilder().setMaximumInterval(QUESTION).build())
                .setSummary(Texts.cut("whether " + workflowId() + " has begun", Texts.SUMMARY_BYTES))
                .build();
        return Workflow.newUntypedActivityStub(options)
                .executeAsync(
                        LinkBeginnings.ACTIVITY,
                        Beginning.class,
                        new LinkBeginnings.Link(workflowId(), execution.getRunId(), isStopped));
    }
}
