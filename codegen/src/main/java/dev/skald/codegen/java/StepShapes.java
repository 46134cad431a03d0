package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.model.DeclaredName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what never changes about a step. */
final class StepShapes {

    private final ClassName states;
    private final CallShapes calls;

    StepShapes(ClassName states, CallShapes calls) {
        this.states = states;
        this.calls = calls;
    }

    /** The code of a step's shape, each part on a line of its own. */
    CodeBlock shape(StepPlan step) {
        String kind = step.kind().name().toLowerCase(Locale.ROOT);
        CodeBlock.Builder code = CodeBlock.builder().add("$T.$L($S)$>$>", RuntimeTypes.STEP_SHAPE, kind, step.name());
        step.wording().ifPresent(wording -> code.add("\n.wording($L)", Literals.string(wording)));
        step.moment().ifPresent(moment -> code.add("\n.moment($T.$N)", states, moment.name()));
        code.add("\n.call($L)", calls.shape(step.call()));
        onUnknown(step).ifPresent(answer -> code.add("\n.onUnknown($T.$L)", RuntimeTypes.ON_UNKNOWN, answer));
        step.undo().ifPresent(undo -> code.add(undo(undo)));
        if (step.canBeRefused()) {
            code.add("\n.refusedBy($L)", errors(step.call().call().operation().errors()));
        }
        return code.add("\n.build()$<$<").build();
    }

    /** The code of a sub-saga's shape. */
    static CodeBlock shape(SubSagaPlan run) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.$L($S, $S, $L)$>$>",
                        RuntimeTypes.SUB_SAGA_SHAPE,
                        run.kind().name().toLowerCase(Locale.ROOT),
                        run.name(),
                        run.saga().qualified(),
                        run.version());
        if (!run.queue().equals(run.saga().qualified())) {
            code.add("\n.taskQueue($L)", Literals.string(run.queue()));
        }
        return code.add("\n.build()$<$<").build();
    }

    /** What follows an unknown outcome, where it is not what follows for the step's kind anyway. */
    private static Optional<String> onUnknown(StepPlan step) {
        String kindsWay = switch (step.kind()) {
            case COMPENSATABLE, READONLY -> "COMPENSATE";
            case PIVOT, RETRIABLE -> "ASK_AGAIN";
        };
        String answer = switch (step.unknown()) {
            case COMPENSATE, REFUSE -> "COMPENSATE";
            case ESCALATE -> "ESCALATE";
            case ASK_AGAIN -> "ASK_AGAIN";
        };
        return Optional.of(answer).filter(chosen -> !chosen.equals(kindsWay));
    }

    private CodeBlock undo(UndoPlan undo) {
        if (undo instanceof UndoPlan.ByCall byCall) {
            String pause = byCall.onExhausted() == OnExhausted.PAUSE ? "\n.pauseOnExhausted()" : "";
            return CodeBlock.of("\n.undo($L)$L", calls.shape(byCall.call()), pause);
        }
        return CodeBlock.of("\n.noUndo($L)", Literals.string(((UndoPlan.Impossible) undo).because()));
    }

    private static CodeBlock errors(List<DeclaredName> errors) {
        return ArgumentList.of(errors.stream()
                .map(error -> CodeBlock.of("$T.TYPE", JavaNames.type(error)))
                .toList());
    }
}
