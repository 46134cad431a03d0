package com.acme.orders.demo;

import dev.skald.runtime.SagaCall;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which undos a saga sent together, and which after another, as its history has it. */
final class SentUndos {

    private SentUndos() {}

    /** For example {@code authorization, then reservation}. */
    static String of(WorkflowClient client, String workflowId) {
        // What one workflow task has sent was sent together.
        Map<Long, List<String>> steps = client.fetchHistory(workflowId).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .filter(sent -> sent.getHeader().containsFields("skald"))
                .filter(sent -> call(sent).phase() == SagaCall.Phase.UNDO)
                .collect(Collectors.groupingBy(
                        ActivityTaskScheduledEventAttributes::getWorkflowTaskCompletedEventId,
                        LinkedHashMap::new,
                        Collectors.mapping(sent -> call(sent).step(), Collectors.toList())));
        return steps.values().stream().map(SentUndos::together).collect(Collectors.joining(", then "));
    }

    private static String together(List<String> steps) {
        return String.join(" and ", steps) + (steps.size() > 1 ? " together" : "");
    }

    private static SagaCall call(ActivityTaskScheduledEventAttributes sent) {
        return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
                sent.getHeader().getFieldsOrThrow("skald"), SagaCall.class, SagaCall.class);
    }
}
