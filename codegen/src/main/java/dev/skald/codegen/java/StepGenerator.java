package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.skald.codegen.java.FlowGenerator.Place;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a step of a workflow: a statement that a reader can set a breakpoint on, below a line that says where it is
 * from.
 */
final class StepGenerator {

    private static final String COMPENSATE = ".compensate";

    /** A step's result as a parameter of its undo. */
    private static final String RESULT = "done";

    /** Where a line of a step begins that stands in no block. */
    private static final int COLUMN = 20;

    private static final int LONG = 80;

    private final WorkflowScope scope;

    StepGenerator(WorkflowScope scope) {
        this.scope = scope;
    }

    /** A step that is waited for. */
    CodeBlock generate(StepPlan step, Place place) {
        Optional<Type> result = result(step);
        CodeBlock taken = taken(step, isCalled(step) ? ".call" : ".run", place);
        CodeBlock assignment = result.map(
                        type -> place.scope().bind(step.name(), type).assignment())
                .orElse(CodeBlock.of(""));
        return CodeBlock.of("// $L\n$L$L", comment(step), assignment, taken);
    }

    /** Steps that begin one after the other, none of which is waited for until all have begun. */
    CodeBlock generate(Action.Concurrent concurrent, Place place) {
        Set<String> awaited = concurrent.steps().stream()
                .flatMap(step -> step.after().stream())
                .collect(Collectors.toSet());
        CodeBlock.Builder code = CodeBlock.builder();
        for (StepPlan step : concurrent.steps()) {
            CodeBlock begun = taken(step, isCalled(step) ? ".beginCall" : ".beginRun", place);
            boolean isNeeded = result(step).isPresent() || awaited.contains(step.name());
            CodeBlock assignment = isNeeded
                    ? CodeBlock.of("$T $N = ", begunStep(step), place.scope().bindBegun(step.name()))
                    : CodeBlock.of("");
            code.add("// $L\n$L$L\n", comment(step), assignment, begun);
        }
        return code.add("$L.join();\n", scope.saga()).build();
    }

    private TypeName begunStep(StepPlan step) {
        TypeName result = step.call()
                .call()
                .operation()
                .output()
                .filter(any -> isCalled(step))
                .map(JavaTypes::boxed)
                .orElse(WildcardTypeName.subtypeOf(Object.class));
        return ParameterizedTypeName.get(RuntimeTypes.BEGUN_STEP, result);
    }

    /** Whether anybody needs what the step answers. */
    private boolean isCalled(StepPlan step) {
        return result(step).isPresent() || UsedResults.inOwnUndo(step);
    }

    /** The code that takes a step, up to the semicolon. */
    private CodeBlock taken(StepPlan step, String method, Place place) {
        CodeBlock.Builder code = CodeBlock.builder().add("$L.step($L)", scope.saga(), scope.constant(step));
        Optional<CodeBlock> undo = step.undoCall().map(found -> undo(step, found, place));
        CodeBlock call = CodeBlock.of("$L;\n", lambda(method, step.call(), place));
        if (undo.isEmpty() && step.after().isEmpty() && !isLong(call, place)) {
            return code.add(call).build();
        }
        code.add("$>$>");
        if (!step.after().isEmpty()) {
            code.add("\n.after($L)", String.join(", ", names(step.after(), place)));
        }
        undo.ifPresent(found -> code.add("\n$L", found));
        return code.add("\n").add(call).add("$<$<").build();
    }

    private static List<String> names(List<String> begun, Place place) {
        return begun.stream().map(step -> place.scope().begun(step)).toList();
    }

    /** A saga that another one runs; its undo comes back with its result. */
    CodeBlock generate(SubSagaPlan run, Place place) {
        Optional<Type> result = run.result().filter(type -> scope.used().contains(run.name()));
        List<CodeBlock> arguments = new ArrayList<>();
        result.ifPresent(type -> arguments.add(ResultTypes.of(type)));
        run.arguments().forEach(argument -> arguments.add(place.scope().boxed(argument.value())));
        String pivot = run.kind() == StepKind.PIVOT ? ", the pivot" : "";
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", Comments.line(run.source() + pivot));
        result.ifPresent(type -> code.add(place.scope().bind(run.name(), type).assignment()));
        return code.add(
                        "$L.subSaga($L).$L($L);\n",
                        scope.saga(),
                        scope.constant(run),
                        result.isPresent() ? "call" : "run",
                        ArgumentList.of(arguments))
                .build();
    }

    /** The type of the step's variable, where its result is used. */
    private Optional<Type> result(StepPlan step) {
        return step.call()
                .call()
                .operation()
                .output()
                .filter(type -> scope.used().contains(step.name()));
    }

    /** An undo that needs the step's own result gets it as a parameter. */
    private CodeBlock undo(StepPlan step, CallPlan undo, Place place) {
        if (!UsedResults.inOwnUndo(step)) {
            return lambda(COMPENSATE, undo, place);
        }
        String result = place.scope().parameter(RESULT);
        Type type = step.call().call().operation().output().orElseThrow();
        CodeBlock parameter = CodeBlock.of("($T $N)", JavaTypes.boxed(type), result);
        List<CodeBlock> arguments = place.scope().each(undo.call().arguments(), step.name(), result);
        return lambda(COMPENSATE, parameter, undo.call(), arguments, place);
    }

    private CodeBlock lambda(String method, CallPlan plan, Place place) {
        List<CodeBlock> arguments = place.scope().each(plan.call().arguments());
        return lambda(method, CodeBlock.of("()"), plan.call(), arguments, place);
    }

    private CodeBlock lambda(String method, CodeBlock parameters, Call call, List<CodeBlock> arguments, Place place) {
        CodeBlock operation = CodeBlock.of(
                "$L.$N", scope.participant(call.participant()), call.operation().name());
        CodeBlock beginning = CodeBlock.of("$L($L -> $L(", method, parameters, operation);
        int column = COLUMN + place.indent() + ArgumentList.width(beginning);
        return CodeBlock.of("$L$L))", beginning, ArgumentList.within(column, place.indent(), arguments));
    }

    private static String comment(StepPlan step) {
        String moment =
                step.moment().map(Step.Moment::name).map(name -> ", " + name).orElse("");
        String pivot = step.kind() == StepKind.PIVOT ? ", the pivot" : "";
        return Comments.line(step.source() + moment + pivot);
    }

    /** Whether the call is better on a line of its own. */
    private static boolean isLong(CodeBlock call, Place place) {
        return ArgumentList.width(call) + place.indent() > LONG;
    }
}
