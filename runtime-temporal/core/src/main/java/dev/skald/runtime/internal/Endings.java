package dev.skald.runtime.internal;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
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

    /** What the closing failure's type adds to the saga's name. */
    static final String TYPE_SUFFIX = "Failed";

    /** The memo under which a cancelled saga keeps how it ended. */
    static final String MEMO = "skald";

    /** The memo under which a cancelled saga keeps its result, if it has one. */
    static final String RESULT_MEMO = "skald-result";

    private Endings() {}

    /**
     * A saga that was not completed fails with a failure of its own type, that holds the outcome of each step and has
     * what started it as its cause. A refusal that was fully compensated is an answer and no fault: benign, so that
     * nobody is woken for it.
     */
    static ApplicationFailure failure(SagaShape shape, Journal journal, StepFailed failed) {
        String simpleName = shape.name().substring(shape.name().lastIndexOf('.') + 1);
        ApplicationFailure.Builder failure = ApplicationFailure.newBuilder()
                .setType(shape.name() + TYPE_SUFFIX)
                .setMessage("%s %s: %s".formatted(simpleName, inWords(journal.state()), Failures.inWords(failed.why())))
                .setDetails(Ending.of(journal))
                .setNonRetryable(true)
                .setCause(failed.why());
        if (failed.refused() && journal.state() == SagaState.COMPENSATED) {
            failure.setCategory(ApplicationErrorCategory.BENIGN);
        }
        return failure.build();
    }

    private static String inWords(SagaState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Temporal closes a workflow that it was asked to cancel as cancelled, whatever the outcome, and drops result and
     * failure; so the outcome is kept where the server can tell it.
     */
    static void keepIfCancelled(CancellationScope workflow, Journal journal, @Nullable Object result) {
        if (!workflow.isCancelRequested()) {
            return;
        }
        Map<String, Object> memo = new HashMap<>();
        memo.put(MEMO, Ending.of(journal));
        if (result != null) {
            memo.put(RESULT_MEMO, result);
        }
        Workflow.upsertMemo(memo);
    }
}
