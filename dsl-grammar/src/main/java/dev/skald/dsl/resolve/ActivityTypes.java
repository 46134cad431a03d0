package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reports operations that one worker could not tell apart: the same activity type twice on one task queue. */
final class ActivityTypes {

    private final Diagnostics diagnostics;

    ActivityTypes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(Collection<Participant> participants) {
        Map<Served, Operation> served = new HashMap<>();
        for (Participant participant : participants) {
            for (Operation operation : participant.operations()) {
                Operation first =
                        served.putIfAbsent(new Served(participant.queue(), operation.activityType()), operation);
                if (first != null
                        && !first.location().equals(operation.location())
                        && !isSecondOfItsName(participant, operation)) {
                    report(participant, operation, first);
                }
            }
        }
    }

    /** Two operations of one name in one participant are reported as that. */
    private static boolean isSecondOfItsName(Participant participant, Operation operation) {
        return !participant.operation(operation.name()).orElseThrow().equals(operation);
    }

    private void report(Participant participant, Operation operation, Operation first) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_DUPLICATE,
                        operation.location(),
                        "task queue `" + participant.queue() + "` serves `" + operation.activityType() + "` twice")
                .withHelp("give one of the participants another name or a `queue` of its own")
                .withNote("first here", first.location()));
    }

    private record Served(String queue, String activityType) {}
}
