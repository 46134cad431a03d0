package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
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
        String method = result.isPresent() || UsedResults.inOwnUndo(step) ? ".call" : ".run";
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", comment(step));
        result.ifPresent(type -> code.add("$T $N = ", JavaTypes.of(type), step.name()));
        code.add("$L.step($L)", scope.saga(), scope.constant(step));
        Optional<CodeBlock> undo = step.undoCall().map(found -> undo(step, found));
        CodeBlock call = CodeBlock.of("$L;\n", lambda(method, "()", step.call()));
        if (undo.isEmpty() && !isLong(call)) {
            return code.add(call).build();
        }
        code.add("$>$>");
        undo.ifPresent(found -> code.add("\n$L", found));
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

    /** An undo that needs the step's own result gets it as a parameter. */
    private CodeBlock undo(StepPlan step, CallPlan undo) {
        if (!UsedResults.inOwnUndo(step)) {
            return lambda(COMPENSATE, "()", undo);
        }
        String result = scope.resultParameter(undo);
        Type type = step.call().call().operation().output().orElseThrow();
        CodeBlock parameter = CodeBlock.of("($T $N)", JavaTypes.boxed(type), result);
        List<Argument> arguments =
                new RenamedResult(step.name(), result).inArguments(undo.call().arguments());
        return lambda(COMPENSATE, parameter, undo.call(), arguments);
    }

    private CodeBlock lambda(String method, String parameters, CallPlan plan) {
        return lambda(method, CodeBlock.of(parameters), plan.call(), plan.call().arguments());
    }

    private CodeBlock lambda(String method, CodeBlock parameters, Call call, List<Argument> arguments) {
        CodeBlock operation = CodeBlock.of(
                "$L.$N", scope.participant(call.participant()), call.operation().name());
        CodeBlock beginning = CodeBlock.of("$L($L -> $L(", method, parameters, operation);
        return CodeBlock.of(
                "$L$L))",
                beginning,
                ArgumentList.behind(
                        INDENT + " ".repeat(ArgumentList.width(beginning)), ExpressionGenerator.each(arguments)));
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
