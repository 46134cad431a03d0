package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The history of a saga stays within what Temporal lets it have, in the worst case that {@link HistoryEvents} counts: a
 * workflow that passes it is ended, and never compensates. Only loops get there. In a chain each link has a history of
 * its own, and none is long.
 */
final class HistoryTooLong implements Rule {

    /** Where Temporal ends a workflow. */
    private static final long LIMIT = 51_200;

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean isOrchestrated = saga.pattern()
                .filter(pattern -> pattern.coordination() == Coordination.ORCHESTRATED)
                .isPresent();
        long events = isOrchestrated ? HistoryEvents.of(saga) : 0;
        if (events > LIMIT) {
            report(saga, events, diagnostics);
        }
    }

    private static void report(Saga saga, long events, Diagnostics diagnostics) {
        Optional<Statement.For> longest = saga.statements()
                .filter(Statement.For.class::isInstance)
                .map(Statement.For.class::cast)
                .max(Comparator.comparingLong(loop -> HistoryEvents.of(saga, loop)));
        Diagnostic finding = Diagnostic.of(
                DiagnosticId.LIMITS_HISTORY,
                longest.map(Statement.For::head).orElse(saga.location()),
                "the history of saga `" + saga.name().simpleName() + "` may grow to " + number(events)
                        + " events, and Temporal ends a workflow at " + number(LIMIT));
        diagnostics.report(longest.map(loop -> finding.withNote("this loop makes "
                        + number(HistoryEvents.of(saga, loop)) + " of them, if all of it is done and undone"))
                .orElse(finding)
                .withHelp("lower its `max`, or give a participant many items in one call"));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
