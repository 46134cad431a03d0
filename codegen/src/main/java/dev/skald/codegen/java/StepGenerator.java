package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import java.util.List;
import java.util.Optional;

/**
 * Writes a step of a workflow: a statement that a reader can set a breakpoint on, below a line that says where it is
 * from.
 */
final class StepGenerator {

    private static final String COMPENSATE = ".compensate";

    /** Where a line of a step begins. */
    private static final int INDENT = 20;

    private final WorkflowScope scope;

    StepGenerator(WorkflowScope scope) {
        this.scope = scope;
    }

    CodeBlock generate(StepPlan step) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("// $L\n", comment(step))
                .add(variable(step))
                .add("$L.step($L)", scope.saga(), scope.constant(step));
        Optional<CodeBlock> undo = step.undo().flatMap(this::undo);
        CodeBlock call = CodeBlock.of("$L(() -> $L);\n", method(step), call(step.call(), method(step)));
        if (undo.isEmpty() && !isLong(call)) {
            return code.add(call).build();
        }
        code.add("$>$>");
        undo.ifPresent(found -> code.add("\n$L(() -> $L)", COMPENSATE, found));
        return code.add("\n").add(call).add("$<$<").build();
    }

    private CodeBlock variable(StepPlan step) {
        Optional<Type> output = step.call().call().operation().output();
        return output.filter(type -> scope.results().contains(step.name()))
                .map(type -> CodeBlock.of("$T $N = ", JavaTypes.of(type), step.name()))
                .orElse(CodeBlock.of(""));
    }

    private Optional<CodeBlock> undo(UndoPlan undo) {
        return undo instanceof UndoPlan.ByCall byCall ? Optional.of(call(byCall.call(), COMPENSATE)) : Optional.empty();
    }

    private CodeBlock call(CallPlan plan, String method) {
        CodeBlock operation = CodeBlock.of(
                "$L.$N",
                scope.participant(plan.call().participant()),
                plan.call().operation().name());
        int column = INDENT + method.length() + "(() -> ".length() + ArgumentList.width(operation) + 1;
        List<CodeBlock> arguments = ExpressionGenerator.each(plan.call().arguments());
        return CodeBlock.of("$L($L)", operation, ArgumentList.at(column, arguments));
    }

    private static String method(StepPlan step) {
        return step.call().call().operation().output().isPresent() ? ".call" : ".run";
    }

    private static String comment(StepPlan step) {
        String moment =
                step.moment().map(Step.Moment::name).map(name -> ", " + name).orElse("");
        String pivot = step.kind() == StepKind.PIVOT ? ", the pivot" : "";
        return Comments.line(step.source() + moment + pivot);
    }

    /** Whether the call is better on a line of its own. */
    private static boolean isLong(CodeBlock call) {
        return ArgumentList.width(call) > 80;
    }
}
