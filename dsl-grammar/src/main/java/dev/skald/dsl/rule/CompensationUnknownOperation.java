package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;

/** An undo calls an operation that its participant has. */
final class CompensationUnknownOperation implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            Optional<Call> undo = step.undo().map(Compensation.Undo::call);
            undo.filter(call ->
                            !call.operation().resolved() && call.participant().resolved())
                    .ifPresent(call -> report(step, call, diagnostics));
        }
    }

    private static void report(Step step, Call undo, Diagnostics diagnostics) {
        Participant participant = undo.participant();
        String called = participant.name().simpleName() + "." + undo.operation().name();
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.COMPENSATION_UNKNOWN_OPERATION,
                undo.target(),
                "step `" + step.name() + "` is compensated by `" + called + "`, which is not declared");
        List<String> names =
                participant.operations().stream().map(Operation::name).toList();
        Optional<String> nearest = Suggestions.nearest(undo.operation().name(), names);
        diagnostics.report(nearest.map(name ->
                        withNearest(unknown, participant, undo.operation().name(), name))
                .or(() -> Suggestions.shortList(names)
                        .map(list -> unknown.withHelp(
                                "participant `" + participant.name().simpleName() + "` has " + list)))
                .orElse(unknown));
    }

    private static Diagnostic withNearest(Diagnostic unknown, Participant participant, String called, String nearest) {
        Operation operation = participant.operation(nearest).orElseThrow();
        return unknown.withHelp("participant `" + participant.name().simpleName()
                        + "` has an operation with a similar name: `" + nearest + "` (line "
                        + operation.location().line() + ")")
                .withFix(lastPart(unknown.location(), called.length()), nearest);
    }

    /** The operation's own name at the end of the call's. */
    private static SourceLocation lastPart(SourceLocation call, int length) {
        return new SourceLocation(
                call.file(), call.endLine(), call.endColumn() - length, call.endLine(), call.endColumn());
    }
}
