package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.SubSaga;
import java.util.List;

/** A saga runs no saga that runs it: it would have no end. */
final class SubsagaRecursive implements Rule {

    private final RunCycles cycles;

    SubsagaRecursive(RunCycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        cycles.from(saga).forEach(cycle -> diagnostics.report(found(saga, cycle)));
    }

    private static Diagnostic found(Saga saga, RunCycles.Cycle cycle) {
        List<SubSaga> runs = cycle.runs();
        StringBuilder path = new StringBuilder(saga.name().simpleName());
        for (int index = 0; index < runs.size(); index++) {
            boolean afterGap = cycle.shortened() && index == runs.size() - 1;
            path.append(afterGap ? " → … → " : " → ")
                    .append(runs.get(index).saga().simpleName());
        }
        Diagnostic found = Diagnostic.of(
                        DiagnosticId.SUBSAGA_RECURSIVE,
                        runs.get(0).nameLocation(),
                        "saga `" + saga.name().simpleName() + "` runs itself: `" + path + "`")
                .withHelp("what is done once for each item of a list is a `for`, not a saga that runs itself");
        for (int index = 1; index < runs.size(); index++) {
            boolean afterGap = cycle.shortened() && index == runs.size() - 1;
            String runner = afterGap
                    ? "the last of them"
                    : "`" + runs.get(index - 1).saga().simpleName() + "`";
            found = found.withNote(
                    runner + " runs `" + runs.get(index).saga().simpleName() + "` here",
                    runs.get(index).nameLocation());
        }
        return found;
    }
}
