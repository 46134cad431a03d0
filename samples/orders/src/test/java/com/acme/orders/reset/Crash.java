package com.acme.orders.reset;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a saga is set back to.
 *
 * @param event the last event that is lost of its history: the end of one of the workflow's tasks
 * @param answered how many calls had been answered before
 * @param done how many calls had taken effect; those that had not been answered, too, are called again
 */
record Crash(long event, int answered, int done) {

    /**
     * All that can happen to a saga.
     *
     * @param history its events
     * @param calls how many calls it has made
     */
    static List<Crash> of(List<HistoryEvent> history, int calls) {
        return history.stream()
                .filter(HistoryEvent::hasWorkflowTaskCompletedEventAttributes)
                .flatMap(event -> at(event.getEventId(), answeredBefore(event, history), calls))
                .toList();
    }

    /** The next call has not been worked on; or its answer was lost; or all that followed has happened already. */
    private static Stream<Crash> at(long event, int answered, int calls) {
        return IntStream.of(answered, Math.min(answered + 1, calls), calls)
                .distinct()
                .mapToObj(done -> new Crash(event, answered, done));
    }

    private static int answeredBefore(HistoryEvent task, List<HistoryEvent> history) {
        return (int) history.stream()
                .filter(event -> event.getEventId() < task.getEventId())
                .filter(event ->
                        event.hasActivityTaskCompletedEventAttributes() || event.hasActivityTaskFailedEventAttributes())
                .count();
    }
}
