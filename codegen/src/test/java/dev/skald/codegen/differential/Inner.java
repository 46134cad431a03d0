package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Request;
import dev.skald.runtime.SagaCall;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The small sagas that a saga runs. Each is one request of the outer saga's: its last step takes that saga's answer,
 * and its undo that of the outer saga's undo, unless it was refused and undoes itself.
 */
final class Inner {

    /** What their names begin with. */
    static final String PREFIX = "Inner";

    /** Its last step, which is refused where the whole is. */
    static final String LAST = "last";

    private static final int PARTS_OF_OUTER_ID = 3;

    private final Set<String> open = new LinkedHashSet<>();

    /** The request of the outer saga that a call within an inner one belongs to; empty for a call of the outer one. */
    static Optional<Request> outer(SagaCall call) {
        String[] parts = call.sagaId().split("/", -1);
        return parts.length == PARTS_OF_OUTER_ID
                ? Optional.empty()
                : Optional.of(Request.to(parts[PARTS_OF_OUTER_ID]).in(Integer.parseInt(parts[PARTS_OF_OUTER_ID + 1])));
    }

    /** A step of an inner saga took effect. */
    synchronized void done(Request outer, String step) {
        open.add(effect(outer, step));
    }

    /** A step of an inner saga was undone; answers whether nothing is left of that saga. */
    synchronized boolean undone(Request outer, String step) {
        open.remove(effect(outer, step));
        return open.stream().noneMatch(effect -> effect.startsWith(outer + " "));
    }

    /** Whether an effect of an inner saga is there. */
    synchronized boolean isOpen(Request outer) {
        return open.stream().anyMatch(effect -> effect.startsWith(outer + " "));
    }

    private static String effect(Request outer, String step) {
        return outer + " " + step;
    }
}
