package dev.skald.runtime.internal.wire;

import dev.skald.runtime.SagaState;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;

/**
 * The search attribute by which sagas are found that need help. A saga has it only if its client gave it at the start:
 * where the namespace does not have it, setting it would block the saga for ever.
 */
public final class SagaStateAttribute {

    /** The attribute, as the namespace has it. */
    public static final SearchAttributeKey<String> KEY = SearchAttributeKey.forKeyword("SagaState");

    /** Its value from the start on, for as long as nothing is out of the ordinary. */
    public static final String OK = "OK";

    /** Its value while a step waits for help and the saga is in no state that says so itself. */
    public static final String NEEDS_ATTENTION = "NEEDS_ATTENTION";

    private final boolean isThere = isThere();
    private String value = OK;

    /** Whether the saga of the workflow that asks has it. */
    public static boolean isThere() {
        return Workflow.getTypedSearchAttributes().containsKey(KEY);
    }

    /** Shows where the saga stands; costs an event where that is new. */
    public void show(SagaState state, boolean needsAttention) {
        String next = value(state, needsAttention);
        boolean ordinary = value.equals(OK) && (state == SagaState.RUNNING || state == SagaState.COMPLETED);
        boolean isNews = !next.equals(value) && !(ordinary && !needsAttention);
        if (isThere && isNews) {
            value = next;
            Workflow.upsertTypedSearchAttributes(KEY.valueSet(next));
        }
    }

    private static String value(SagaState state, boolean needsAttention) {
        boolean saysSoItself = switch (state) {
            case COMPENSATION_FAILED, ESCALATED, RESOLVED_MANUALLY, COMPENSATED, COMPLETED -> true;
            case RUNNING, COMPENSATING, COMPENSATION_SENT -> false;
        };
        return needsAttention && !saysSoItself ? NEEDS_ATTENTION : state.name();
    }
}
