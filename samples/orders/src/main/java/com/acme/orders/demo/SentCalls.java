package com.acme.orders.demo;

import dev.skald.runtime.SagaCall;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Which calls a saga sent together, and which after another, as its history has it.
 *
 * @param calls its requests and undos, in the order sent
 */
record SentCalls(List<Call> calls) {

    static SentCalls of(WorkflowClient client, String workflowId) {
        List<HistoryEvent> history = client.fetchHistory(workflowId).getEvents();
        return new SentCalls(history.stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .filter(event -> event.getActivityTaskScheduledEventAttributes()
                        .getHeader()
                        .containsFields("skald"))
                .map(event -> Call.of(event, history))
                .toList());
    }

    /** For example {@code reservation and shipment together, then capture}. */
    String requests() {
        return inWords(SagaCall.Phase.DO);
    }

    /** For example {@code authorization, then reservation}. */
    String undos() {
        return inWords(SagaCall.Phase.UNDO);
    }

    /** How the requests went out, whichever they were. */
    String manner() {
        Collection<List<String>> groups = groups(SagaCall.Phase.DO);
        if (groups.size() == 1) {
            return "together";
        }
        return groups.stream().allMatch(group -> group.size() == 1) ? "one after the other" : requests();
    }

    /** The requests that were answered after one was refused, and before an undo was sent. */
    List<String> awaitedBeforeUndos() {
        OptionalLong refused = firstOf(Call::refused, Call::answered);
        OptionalLong undo = firstOf(call -> call.is(SagaCall.Phase.UNDO), Call::sent);
        return calls.stream()
                .filter(call -> call.is(SagaCall.Phase.DO))
                .filter(call -> refused.isPresent() && call.answered() > refused.getAsLong())
                .filter(call -> undo.isPresent() && call.answered() < undo.getAsLong())
                .map(Call::step)
                .toList();
    }

    private OptionalLong firstOf(Predicate<Call> which, ToLongFunction<Call> event) {
        return calls.stream().filter(which).mapToLong(event).min();
    }

    private String inWords(SagaCall.Phase phase) {
        return groups(phase).stream().map(SentCalls::together).collect(Collectors.joining(", then "));
    }

    /** What one workflow task has sent was sent together. */
    private Collection<List<String>> groups(SagaCall.Phase phase) {
        Map<Long, List<String>> groups = calls.stream()
                .filter(call -> call.is(phase))
                .collect(Collectors.groupingBy(
                        Call::task, LinkedHashMap::new, Collectors.mapping(Call::step, Collectors.toList())));
        return groups.values();
    }

    private static String together(List<String> steps) {
        int last = steps.size() - 1;
        return last == 0
                ? steps.get(0)
                : "%s and %s together".formatted(String.join(", ", steps.subList(0, last)), steps.get(last));
    }

    /**
     * A request or an undo.
     *
     * @param step its step
     * @param phase which of the two it is
     * @param task the workflow task that sent it
     * @param sent the event that says that it was sent
     * @param answered the event with its answer; after all others where there is none
     * @param refused whether it failed for good
     */
    record Call(String step, SagaCall.Phase phase, long task, long sent, long answered, boolean refused) {

        static Call of(HistoryEvent scheduled, List<HistoryEvent> history) {
            ActivityTaskScheduledEventAttributes sent = scheduled.getActivityTaskScheduledEventAttributes();
            SagaCall call = DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
                    sent.getHeader().getFieldsOrThrow("skald"), SagaCall.class, SagaCall.class);
            long id = scheduled.getEventId();
            return new Call(
                    call.step(),
                    call.phase(),
                    sent.getWorkflowTaskCompletedEventId(),
                    id,
                    history.stream()
                            .filter(event -> isDone(event, id) || isRefused(event, id))
                            .mapToLong(HistoryEvent::getEventId)
                            .findFirst()
                            .orElse(Long.MAX_VALUE),
                    history.stream().anyMatch(event -> isRefused(event, id)));
        }

        boolean is(SagaCall.Phase asked) {
            return phase == asked;
        }

        private static boolean isDone(HistoryEvent event, long scheduled) {
            return event.hasActivityTaskCompletedEventAttributes()
                    && event.getActivityTaskCompletedEventAttributes().getScheduledEventId() == scheduled;
        }

        private static boolean isRefused(HistoryEvent event, long scheduled) {
            return event.hasActivityTaskFailedEventAttributes()
                    && event.getActivityTaskFailedEventAttributes().getScheduledEventId() == scheduled;
        }
    }
}
