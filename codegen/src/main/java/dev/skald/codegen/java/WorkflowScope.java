package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Statement.Carried;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that are visible in a workflow's class, and how to reach what a local variable of the same name hides.
 *
 * @param plan the saga
 * @param shape the class of the saga's constants
 * @param participants those that the saga calls, in the order of their first call
 * @param events those that it waits for, each once
 * @param used the variables whose values are used
 * @param hiding what hides fields and constants: the variables of the method
 * @param constants the steps' constants
 */
record WorkflowScope(
        SagaPlan plan,
        ClassName shape,
        List<Participant> participants,
        List<AwaitEvent> events,
        Set<String> used,
        Set<String> hiding,
        StepConstants constants) {

    /** The field that holds the run. */
    static final String SAGA = "saga";

    static WorkflowScope of(SagaPlan plan) {
        Set<String> used = UsedResults.of(plan.front());
        Stream<String> items =
                Actions.allIn(plan.front().flow(), Action.Loop.class).stream().map(Action.Loop::item);
        return new WorkflowScope(
                plan,
                JavaNames.shape(plan.name(), plan.version()),
                plan.calls()
                        .map(CallPlan::call)
                        .map(Call::participant)
                        .distinct()
                        .toList(),
                events(plan),
                used,
                Stream.of(inputs(plan), used.stream(), items)
                        .flatMap(names -> names)
                        .collect(Collectors.toUnmodifiableSet()),
                StepConstants.of(plan));
    }

    private static List<AwaitEvent> events(SagaPlan plan) {
        Map<String, AwaitEvent> events = new LinkedHashMap<>();
        Actions.allIn(plan.front().flow(), AwaitEvent.class).forEach(event -> events.putIfAbsent(event.name(), event));
        return List.copyOf(events.values());
    }

    /** Whether it may end with one result or another: Java then does not widen them by itself. */
    boolean hasSeveralResults() {
        return Actions.allIn(plan.front().flow(), Action.Return.class).size() > 1;
    }

    /** The code of the run. */
    CodeBlock saga() {
        return field(SAGA);
    }

    /** The code of a participant. */
    CodeBlock participant(Participant participant) {
        return field(participant.name().simpleName());
    }

    /** The code of an event. */
    CodeBlock event(AwaitEvent event) {
        return field(JavaNames.event(event.name()));
    }

    /** The code of a step's or sub-saga's constant. */
    CodeBlock constant(Action step) {
        String constant = constants.of(step);
        return isHidden(constant) ? CodeBlock.of("$T.$N", shape, constant) : CodeBlock.of("$N", constant);
    }

    /** The constants that are imported. */
    List<String> staticImports() {
        return constants.all().stream().filter(constant -> !isHidden(constant)).toList();
    }

    /** The variables that the flow's method begins with. */
    LocalScope locals() {
        Set<String> visible = inputs(plan).collect(Collectors.toCollection(HashSet::new));
        visible.addAll(SagaClashes.USED_BY_SAGAS);
        classes(plan).forEach(visible::add);
        Set<String> everywhere = fields();
        plan.actions().stream().flatMap(WorkflowScope::variables).forEach(everywhere::add);
        return LocalScope.of(everywhere, visible);
    }

    private CodeBlock field(String name) {
        return CodeBlock.of(hiding.contains(name) ? "this.$N" : "$N", name);
    }

    private boolean isHidden(String constant) {
        return hiding.contains(constant) || fields().contains(constant);
    }

    private Set<String> fields() {
        Set<String> fields = new HashSet<>(Set.of(SAGA));
        participants.forEach(participant -> fields.add(participant.name().simpleName()));
        events.forEach(event -> fields.add(JavaNames.event(event.name())));
        return fields;
    }

    private static Stream<String> inputs(SagaPlan plan) {
        return plan.input().stream().map(Field::name);
    }

    /** The names that an action binds. */
    private static Stream<String> variables(Action action) {
        Stream<String> carried = Actions.carriedBy(action).stream().map(Carried::variable);
        return Stream.concat(carried, own(action));
    }

    private static Stream<String> own(Action action) {
        if (action instanceof StepPlan step) {
            return Stream.of(step.name());
        }
        if (action instanceof SubSagaPlan run) {
            return Stream.of(run.name());
        }
        if (action instanceof Action.Loop loop) {
            return Stream.of(loop.item());
        }
        return action instanceof AwaitEvent await ? Stream.of(await.event().name()) : Stream.empty();
    }

    /** The classes whose constants or methods the saga's expressions name. */
    static Stream<String> classes(SagaPlan plan) {
        Stream<Expression> told = plan.telling().stream().flatMap(WorkflowScope::arguments);
        return Stream.concat(told, plan.actions().stream().flatMap(WorkflowScope::expressions))
                .flatMap(Expressions::allIn)
                .flatMap(WorkflowScope::classOf);
    }

    private static Stream<Expression> expressions(Action action) {
        Stream<Expression> undo = action instanceof StepPlan step
                ? step.undoCall().stream().flatMap(WorkflowScope::arguments)
                : Stream.empty();
        return Stream.concat(Actions.valuesOf(action), undo);
    }

    private static Stream<Expression> arguments(CallPlan call) {
        return call.call().arguments().stream().map(Argument::value);
    }

    /** The class whose constant or method a value is, where it is one: a variable of that name would hide it. */
    private static Stream<String> classOf(Expression expression) {
        if (expression instanceof Expression.EnumConstant constant) {
            return Stream.of(constant.type().text());
        }
        return expression instanceof Expression.FunctionCall call
                ? Stream.of(JavaNames.inCalls(call.function()))
                : Stream.empty();
    }
}
