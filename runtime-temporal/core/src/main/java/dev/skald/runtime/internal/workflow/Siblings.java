package dev.skald.runtime.internal.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What branches that run at the same time know of each other: whether one of them has left the saga's flow. */
final class Siblings {

    private final @Nullable Siblings around;
    private @Nullable RuntimeException first;

    /**
     * For the branches of one {@code parallel}.
     *
     * @param around those of the {@code parallel} that it stands in, or null
     */
    Siblings(@Nullable Siblings around) {
        this.around = around;
    }

    /**
     * A branch has left the flow, and nothing new begins around it either; the first that does is the reason for all.
     */
    void left(RuntimeException why) {
        if (first == null) {
            first = why;
        }
        if (around != null) {
            around.left(why);
        }
    }

    /** Why nothing new begins in any of them; empty while all is well. */
    Optional<RuntimeException> whyLeft() {
        return Optional.ofNullable(first).or(() -> Optional.ofNullable(around).flatMap(Siblings::whyLeft));
    }
}
