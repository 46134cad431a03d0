package dev.skald.runtime.internal.client;

import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain stands: what its links say, put together.
 *
 * @param front what the first link says
 * @param behind what those behind it say, in order
 * @param type the saga's definition
 */
record ChainStatus(SagaStatus front, List<SagaStatus> behind, SagaType<?> type) {

    SagaStatus merged() {
        return new SagaStatus(
                front.sagaId(),
                front.saga(),
                front.version(),
                state(),
                links().map(SagaStatus::moment)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                reason(),
                links().flatMap(link -> link.steps().stream()).toList(),
                lastFirst(SagaStatus::undone),
                lastFirst(SagaStatus::stillToUndo),
                links().flatMap(link -> link.waitingFor().stream())
                        .filter(what -> type.links().stream().noneMatch(step -> what.equals("the link " + step)))
                        .toList(),
                links().flatMap(link -> link.notified().stream())
                        .sorted(Comparator.comparing(Notified::at))
                        .toList(),
                links().anyMatch(SagaStatus::pastPivot),
                links().anyMatch(SagaStatus::stale));
    }

    private Stream<SagaStatus> links() {
        return Stream.concat(Stream.of(front), behind.stream());
    }

    private SagaState state() {
        return links().map(SagaStatus::state)
                .filter(SagaState::isStuck)
                .findFirst()
                .orElseGet(() -> type.answersNobody() ? ofAll() : front.state());
    }

    /** Of links that are over by themselves: the last one tells the end, or the one where the chain has stopped. */
    private SagaState ofAll() {
        return links().map(SagaStatus::state)
                .filter(state -> state == SagaState.RESOLVED_MANUALLY || state == SagaState.COMPENSATED)
                .findFirst()
                .orElseGet(() -> links().map(SagaStatus::state).allMatch(SagaState.COMPLETED::equals)
                        ? SagaState.COMPLETED
                        : SagaState.RUNNING);
    }

    private @Nullable String reason() {
        return links().filter(link -> link.reason() != null || isStuck(link))
                .map(link -> link.reason() == null ? lastError(link) : link.reason())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isStuck(SagaStatus link) {
        return link.steps().stream().anyMatch(step -> step.state() == StepState.NEEDS_ATTENTION);
    }

    private static @Nullable String lastError(SagaStatus link) {
        return link.steps().get(0).lastError();
    }

    private List<String> lastFirst(Function<SagaStatus, List<String>> steps) {
        List<SagaStatus> all = new ArrayList<>(links().toList());
        Collections.reverse(all);
        return all.stream().flatMap(link -> steps.apply(link).stream()).toList();
    }
}
