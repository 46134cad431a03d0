package dev.skald.runtime.internal.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all that runs at the same time knows of each other, branches within branches too: whether one of them has left
 * the saga's flow.
 */
final class Siblings {

    private @Nullable RuntimeException first;

    /** A branch has left the flow; the first that does is the reason for all. */
    void left(RuntimeException why) {
        if (first == null) {
            first = why;
        }
    }

    /** Why nothing new begins in any of them; empty while all is well. */
    Optional<RuntimeException> whyLeft() {
        return Optional.ofNullable(first);
    }
}
