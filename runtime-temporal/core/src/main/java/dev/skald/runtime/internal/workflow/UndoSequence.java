package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.UndoOrder;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The undos of a saga in its order: each has its turn when those that have to go first let it go. */
final class UndoSequence {

    private final UndoOrder order;
    private final List<Undoing> all;

    /**
     * A sequence of undos.
     *
     * @param order the saga's order
     * @param lastFirst the undos, that of the step that took effect last first
     */
    UndoSequence(UndoOrder order, List<Undoing> lastFirst) {
        this.order = order;
        this.all = lastFirst;
    }

    /** Sends each undo when its turn has come; returns when all are sent, or there is a reason to send no more. */
    void sendUnless(Supplier<Boolean> reason, Consumer<Undoing> send) {
        Map<Undoing, List<Undoing>> waiting = new LinkedHashMap<>();
        all.forEach(undoing -> waiting.put(undoing, before(undoing)));
        while (!waiting.isEmpty()) {
            Workflow.await(() -> reason.get() || waiting.values().stream().anyMatch(UndoSequence::letGo));
            if (reason.get()) {
                return;
            }
            List<Undoing> next = waiting.keySet().stream()
                    .filter(undoing -> letGo(waiting.getOrDefault(undoing, List.of())))
                    .toList();
            next.forEach(send);
            next.forEach(waiting::remove);
        }
    }

    private static boolean letGo(List<Undoing> before) {
        return before.stream().allMatch(Undoing::letsOthersGoOn);
    }

    private List<Undoing> before(Undoing undoing) {
        return switch (order) {
            case LAST_FIRST -> {
                int place = all.indexOf(undoing);
                yield all.subList(Math.max(place - 1, 0), place);
            }
            case DEPENDENTS_FIRST ->
                all.stream()
                        .filter(other ->
                                other.undo().behind().contains(undoing.undo().step()))
                        .toList();
            case ALL_AT_ONCE -> List.of();
        };
    }
}
