package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.Failures;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a saga's workflow closes. */
final class Endings {

    private Endings() {}

    /**
     * A saga that was not completed fails with a failure of its own type, that holds the outcome of each step and has
     * what started it as its cause. A refusal that was fully compensated is an answer and no fault: benign, so that
     * nobody is woken for it.
     */
    static ApplicationFailure failure(SagaShape shape, Journal journal, StepFailed failed) {
        return failure(shape, journal.ending(), journal.state(), failed);
    }

    /** The same of a saga that knows more of its end than is in its journal. */
    static ApplicationFailure failure(SagaShape shape, Ending ending, SagaState state, StepFailed failed) {
        String simpleName = shape.name().substring(shape.name().lastIndexOf('.') + 1);
        ApplicationFailure.Builder failure = ApplicationFailure.newBuilder()
                .setType(shape.name() + Ending.TYPE_SUFFIX)
                .setMessage("%s %s: %s".formatted(simpleName, inWords(state), Failures.inWords(failed.why())))
                .setDetails(ending)
                .setNonRetryable(true)
                .setCause(failed.why());
        if (failed.refused() && state == SagaState.COMPENSATED) {
            failure.setCategory(ApplicationErrorCategory.BENIGN);
        }
        ApplicationFailure built = failure.build();
        // What went wrong is told by the details and the cause; where this was built tells nobody anything.
        built.setStackTrace(new StackTraceElement[0]);
        return built;
    }

    private static String inWords(SagaState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Temporal closes a workflow that it was asked to cancel as cancelled, whatever the outcome, and drops result and
     * failure; so the outcome is kept where the server can tell it.
     */
    static void keepIfCancelled(CancellationScope workflow, Journal journal, @Nullable Object result) {
        keepIfCancelled(workflow, journal.ending(), result);
    }

    /** The same of a saga that knows more of its end than is in its journal. */
    static void keepIfCancelled(CancellationScope workflow, Ending ending, @Nullable Object result) {
        if (!workflow.isCancelRequested()) {
            return;
        }
        Map<String, Object> memo = new HashMap<>();
        memo.put(Ending.MEMO, ending);
        if (result != null) {
            memo.put(Ending.RESULT_MEMO, result);
        }
        Workflow.upsertMemo(memo);
    }
}
