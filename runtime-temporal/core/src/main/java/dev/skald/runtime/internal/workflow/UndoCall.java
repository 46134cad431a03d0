package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.UndoRecord;
import org.jspecify.annotations.Nullable;

/**
 * The one call that an undo makes, recorded instead of made.
 *
 * @param type the activity, or the workflow type of an inner saga
 * @param request what the activity is asked, or null
 * @param subSaga what the inner saga has handed back, or null
 */
record UndoCall(
        String type, @Nullable Object request, @Nullable UndoRecord subSaga) {

    /** What the activity of a call is asked. */
    Object asked() {
        if (request == null) {
            throw new IllegalStateException(type + " has no request");
        }
        return request;
    }
}
