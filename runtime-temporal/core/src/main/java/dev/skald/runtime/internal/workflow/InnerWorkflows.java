package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.UndoRecord;
import dev.skald.runtime.internal.wire.InnerNews;
import dev.skald.runtime.internal.wire.SagaStateAttribute;
import dev.skald.runtime.internal.wire.Texts;
import dev.skald.runtime.internal.worker.OutgoingCall;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The workflows that a saga starts for its steps and undos, and what they tell it while they run. */
final class InnerWorkflows {

    private final Journal journal;
    private final Map<String, StepEntry> running = new HashMap<>();
    private final Map<String, UndoRecord> handedBack = new HashMap<>();

    InnerWorkflows(Journal journal) {
        this.journal = journal;
    }

    /** Starts a workflow, with the call that it is for in its header. */
    <A> Started<A> start(
            CallSite here,
            String id,
            String type,
            SagaCall call,
            Class<A> answerClass,
            Type answerType,
            Object... input) {
        ChildWorkflowStub workflow = Workflow.newUntypedChildWorkflowStub(type, options(here, id));
        OutgoingCall outgoing = new OutgoingCall(call);
        Promise<A> answer = outgoing.send(() -> workflow.executeAsync(answerClass, answerType, input));
        Calls.requireContext(outgoing, type);
        running.put(id, here.step());
        journal.askedInner(here.step(), id);
        return new Started<>(workflow, answer);
    }

    void ended(String id) {
        StepEntry step = running.remove(id);
        if (step != null) {
            step.stuckInside(null);
            journal.answered(step);
        }
    }

    void news(InnerNews news) {
        StepEntry step = running.get(news.workflowId());
        if (step != null) {
            journal.heardOf(step, news);
        }
    }

    void handBack(UndoRecord undo) {
        handedBack.put(undo.workflowId(), undo);
    }

    Optional<UndoRecord> handedBackBy(String id) {
        return Optional.ofNullable(handedBack.get(id));
    }

    private static ChildWorkflowOptions options(CallSite here, String id) {
        ChildWorkflowOptions.Builder options = ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(here.shape().taskQueue())
                // What it has begun it brings to its own end, whatever becomes of this saga's workflow.
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setStaticSummary(Texts.cut(here.summary(), Texts.SUMMARY_BYTES));
        if (SagaStateAttribute.isThere()) {
            options.setTypedSearchAttributes(SearchAttributes.newBuilder()
                    .set(SagaStateAttribute.KEY, SagaStateAttribute.OK)
                    .build());
        }
        return options.build();
    }

    /**
     * A workflow that was started.
     *
     * @param workflow the workflow
     * @param answer what it will answer
     * @param <A> what it answers with
     */
    record Started<A>(ChildWorkflowStub workflow, Promise<A> answer) {}
}
