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
    private static final String INDENT = " ".repeat(20);

    private final WorkflowScope scope;

    StepGenerator(WorkflowScope scope) {
        this.scope = scope;
    }

    CodeBlock generate(StepPlan step) {
        Optional<Type> result = result(step);
        String method = result.isPresent() ? ".call" : ".run";
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", comment(step));
        result.ifPresent(type -> code.add("$T $N = ", JavaTypes.of(type), step.name()));
        code.add("$L.step($L)", scope.saga(), scope.constant(step));
        Optional<CodeBlock> undo = step.undo().flatMap(this::undo);
        CodeBlock call = CodeBlock.of("$L(() -> $L);\n", method, call(step.call(), method));
        if (undo.isEmpty() && !isLong(call)) {
            return code.add(call).build();
        }
        code.add("$>$>");
        undo.ifPresent(found -> code.add("\n$L(() -> $L)", COMPENSATE, found));
        return code.add("\n").add(call).add("$<$<").build();
    }

    /** The type of the step's variable, where its result is used. */
    private Optional<Type> result(StepPlan step) {
        return step.call()
                .call()
                .operation()
                .output()
                .filter(type -> scope.results().contains(step.name()));
    }

    private Optional<CodeBlock> undo(UndoPlan undo) {
        return undo instanceof UndoPlan.ByCall byCall ? Optional.of(call(byCall.call(), COMPENSATE)) : Optional.empty();
    }

    private CodeBlock call(CallPlan plan, String method) {
        CodeBlock operation = CodeBlock.of(
                "$L.$N",
                scope.participant(plan.call().participant()),
                plan.call().operation().name());
        String beginning = INDENT + method + "(() -> " + operation + "(";
        List<CodeBlock> arguments = ExpressionGenerator.each(plan.call().arguments());
        return CodeBlock.of("$L($L)", operation, ArgumentList.behind(beginning, arguments));
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
