package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;

/**
 * Who calls an atomic saga waits until it is over, so that a step before the pivot is given up some time: by its
 * attempts, by its deadline, or by that of the saga.
 */
final class RetryUnboundedInAtomic implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        boolean isAtomic = saga.pattern()
                .filter(pattern -> pattern.consistency() == Consistency.ATOMIC)
                .isPresent();
        if (!isAtomic || saga.deadline().isPresent()) {
            return;
        }
        for (Step step : saga.steps()) {
            if (step.kind().isPointOfNoReturn()) {
                return;
            }
            CallLimits limits = step.limits();
            boolean isUnlimited = limits.attempts()
                    .filter(attempts -> attempts == CallLimits.UNLIMITED)
                    .isPresent();
            if (isUnlimited && limits.deadline().isEmpty()) {
                report(step, limits.places().attempts().orElseThrow(), saga, diagnostics);
            }
        }
    }

    private static void report(Step step, SourceLocation clause, Saga saga, Diagnostics diagnostics) {
        boolean isWithin = saga.extent().contains(clause);
        Diagnostic finding = Diagnostic.of(
                        DiagnosticId.RETRY_UNBOUNDED_IN_ATOMIC,
                        isWithin ? clause : step.nameLocation(),
                        "step `" + step.name() + "` is tried without limit, and who calls the atomic saga `"
                                + saga.name().simpleName() + "` may wait for ever")
                .withHelp("write a number of `attempts`, or give the step or the saga a `deadline`");
        diagnostics.report(isWithin ? finding : finding.withNote("its attempts are among these defaults", clause));
    }
}
