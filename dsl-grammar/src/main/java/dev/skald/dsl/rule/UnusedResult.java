package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import java.util.Set;

/**
 * A step that is not undone is asked for its result. It is no sign of a mistake to leave aside the result of a pivot or
 * a retriable step, which are there for what they do, nor that of a readonly step that may be refused: it is a check.
 */
final class UnusedResult implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Set<String> used = UsedNames.in(saga);
        saga.steps().stream()
                .filter(UnusedResult::isForItsResult)
                .filter(step -> !used.contains(step.name()))
                .forEach(step -> diagnostics.report(unused(step)));
    }

    private static boolean isForItsResult(Step step) {
        return switch (step.kind()) {
                    case COMPENSATABLE ->
                        step.compensation()
                                .filter(Compensation.None.class::isInstance)
                                .isPresent();
                    case READONLY -> step.call().operation().errors().isEmpty();
                    case PIVOT, RETRIABLE -> false;
                }
                && step.call().operation().output().isPresent();
    }

    private static Diagnostic unused(Step step) {
        String type = step.call().operation().output().map(Type::text).orElseThrow();
        Diagnostic unused = Diagnostic.of(
                DiagnosticId.DATA_UNUSED_RESULT,
                step.nameLocation(),
                "nothing uses the `" + type + "` that step `" + step.name() + "` returns");
        return unused.withHelp(
                step.kind() == StepKind.READONLY
                        ? "use it, or take the step out: a readonly step does nothing else"
                        : "use it, or give the step an undo, or write `accept " + DiagnosticId.DATA_UNUSED_RESULT.code()
                                + " because \"…\"`");
    }
}
