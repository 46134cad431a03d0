package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Participant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names that are visible in a workflow's method, and how to reach what a local variable of the same name hides.
 *
 * @param shape the class of the saga's constants
 * @param participants those that the saga calls, in the order of their first call
 * @param results the steps whose results have a variable
 * @param locals the variables of the method
 * @param constants the steps' constants, in the order of the steps
 */
record WorkflowScope(
        ClassName shape,
        List<Participant> participants,
        Set<String> results,
        Set<String> locals,
        List<String> constants) {

    /** The field that holds the run. */
    static final String SAGA = "saga";

    private static final String RESULT = "done";

    static WorkflowScope of(SagaPlan plan) {
        Set<String> results = UsedResults.of(plan.front());
        Stream<String> inputs = plan.input().stream().map(Field::name);
        return new WorkflowScope(
                JavaNames.shape(plan.name(), plan.version()),
                plan.steps().stream()
                        .flatMap(WorkflowScope::calls)
                        .map(call -> call.call().participant())
                        .distinct()
                        .toList(),
                results,
                Stream.concat(inputs, results.stream()).collect(Collectors.toUnmodifiableSet()),
                plan.steps().stream()
                        .map(step -> JavaNames.constant(step.name()))
                        .toList());
    }

    /** The code of the run. */
    CodeBlock saga() {
        return field(SAGA);
    }

    /** The code of a participant. */
    CodeBlock participant(Participant participant) {
        return field(participant.name().simpleName());
    }

    /** The code of a step's constant. */
    CodeBlock constant(StepPlan step) {
        String constant = JavaNames.constant(step.name());
        return isHidden(constant) ? CodeBlock.of("$T.$N", shape, constant) : CodeBlock.of("$N", constant);
    }

    /** The constants that are imported. */
    List<String> staticImports() {
        return constants.stream().filter(constant -> !isHidden(constant)).toList();
    }

    /** A name for the step's result as a parameter of its undo: one that hides nothing there. */
    String resultParameter(CallPlan undo) {
        Set<String> taken = undo.call().arguments().stream()
                .map(Argument::value)
                .flatMap(WorkflowScope::enums)
                .collect(Collectors.toCollection(HashSet::new));
        taken.add(SAGA);
        taken.addAll(locals);
        participants.forEach(participant -> taken.add(participant.name().simpleName()));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? RESULT : RESULT + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private CodeBlock field(String name) {
        return CodeBlock.of(locals.contains(name) ? "this.$N" : "$N", name);
    }

    private boolean isHidden(String constant) {
        return locals.contains(constant)
                || participants.stream()
                        .anyMatch(participant -> participant.name().simpleName().equals(constant));
    }

    private static Stream<CallPlan> calls(StepPlan step) {
        return Stream.concat(Stream.of(step.call()), step.undoCall().stream());
    }

    private static Stream<String> enums(Expression expression) {
        return expression instanceof Expression.EnumConstant constant
                ? Stream.of(constant.type().text())
                : Expressions.partsOf(expression).flatMap(WorkflowScope::enums);
    }
}
