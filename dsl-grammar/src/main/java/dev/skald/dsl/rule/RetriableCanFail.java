package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.Optional;

/**
 * What comes after the point of no return cannot be refused: not a retriable step, nor a readonly one or a sub-saga
 * behind it. Nor can the call of {@code on state change}, which no outcome of the saga depends on.
 */
final class RetriableCanFail implements Rule {

    private final StatementKinds kinds;

    RetriableCanFail(StatementKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        Paths.walk(saga, (statement, before) -> {
            if (statement instanceof Step step) {
                check(step, before.first(kinds::isWithoutReturn), diagnostics);
            } else if (statement instanceof SubSaga run && !kinds.isUndone(run)) {
                kinds.refusalOf(run)
                        .ifPresent(refusal -> pointBefore(run, before)
                                .ifPresent(point -> diagnostics.report(inner(run, refusal, point, before))));
            }
        });
        saga.onStateChange()
                .map(Saga.StateChange::call)
                .filter(call -> !call.operation().errors().isEmpty())
                .ifPresent(call -> diagnostics.report(Diagnostic.of(
                                DiagnosticId.RETRIABLE_CAN_FAIL,
                                call.target(),
                                "`on state change` must succeed, and " + answer(call.operation()))
                        .withHelp("call an operation that declares no error")
                        .withNote(
                                "the operation is declared here",
                                call.operation().location())));
    }

    /** A sub-saga that is a pivot itself, beside another or in a loop, is reported as {@code subsaga.pivot}. */
    private Optional<Statement> pointBefore(SubSaga run, Before before) {
        return kinds.isPivot(run)
                ? before.earlier().stream()
                        .filter(kinds::isWithoutReturn)
                        .filter(other -> Before.isAbove(other, run))
                        .findFirst()
                : before.first(kinds::isWithoutReturn);
    }

    private static void check(Step step, Optional<Statement> point, Diagnostics diagnostics) {
        boolean readonly = step.kind() == StepKind.READONLY && point.isPresent();
        if (!(readonly || step.kind() == StepKind.RETRIABLE)
                || step.call().operation().errors().isEmpty()) {
            return;
        }
        Diagnostic found = Diagnostic.of(
                        DiagnosticId.RETRIABLE_CAN_FAIL,
                        step.call().target(),
                        "step `" + step.name() + "` must succeed, and "
                                + answer(step.call().operation()))
                .withHelp("move the step before the " + (readonly ? "point of no return" : "pivot")
                        + ", or call an operation that declares no error")
                .withNote(
                        "the operation is declared here",
                        step.call().operation().location());
        diagnostics.report(
                readonly ? found.withNote("there is no way back from here on", Naming.placeOf(point.get())) : found);
    }

    private static Diagnostic inner(SubSaga run, Statement refusal, Statement point, Before before) {
        return Diagnostic.of(
                        DiagnosticId.RETRIABLE_CAN_FAIL,
                        run.nameLocation(),
                        "sub-saga `" + run.name() + "` " + before.relation(run, point) + " the " + Naming.of(point)
                                + " and must succeed, and `" + run.saga().simpleName() + "` may be refused")
                .withHelp("move it before the point of no return, or run a saga of which every step is `retriable`")
                .withNote("it may be refused here", Naming.placeOf(refusal))
                .withNote("there is no way back from here on", Naming.placeOf(point));
    }

    private static String answer(Operation operation) {
        return "`" + operation.name() + "` may answer `"
                + operation.errors().get(0).simpleName() + "`";
    }
}
