package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.LinkPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
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
 * @param workflow which of its workflows
 * @param shape the class of the saga's constants
 * @param participants those that the saga calls, in the order of their first call
 * @param events those that it waits for, each once
 * @param used the variables whose values are used
 * @param hiding what hides fields and constants: the variables of the method
 * @param constants the steps' constants
 */
record WorkflowScope(
        SagaPlan plan,
        WorkflowPlan workflow,
        ClassName shape,
        List<Participant> participants,
        List<AwaitEvent> events,
        Set<String> used,
        Set<String> hiding,
        StepConstants constants) {

    /** The field that holds the run of a whole saga. */
    static final String SAGA = "saga";

    /** The field that holds the run of a link. */
    static final String LINK = "link";

    /** What a link is handed: about the chain, and about the saga. */
    static final String CHAIN = "chain";

    static final String ENVELOPE = "envelope";

    /** The scope of the workflow that bears the saga's id. */
    static WorkflowScope of(SagaPlan plan) {
        return of(plan, plan.front());
    }

    static WorkflowScope of(SagaPlan plan, WorkflowPlan workflow) {
        Set<String> used = UsedResults.of(workflow);
        Stream<String> items =
                Actions.allIn(workflow.flow(), Action.Loop.class).stream().map(Action.Loop::item);
        Stream<String> handed = workflow.link().stream().flatMap(link -> Stream.of(CHAIN, ENVELOPE));
        return new WorkflowScope(
                plan,
                workflow,
                JavaNames.shape(plan.name(), plan.version()),
                Stream.concat(plan.telling().stream(), workflow.calls())
                        .map(CallPlan::call)
                        .map(Call::participant)
                        .distinct()
                        .toList(),
                events(workflow),
                used,
                Stream.of(inputs(plan), used.stream(), items, handed)
                        .flatMap(names -> names)
                        .collect(Collectors.toUnmodifiableSet()),
                StepConstants.of(plan));
    }

    private static List<AwaitEvent> events(WorkflowPlan workflow) {
        Map<String, AwaitEvent> events = new LinkedHashMap<>();
        Actions.allIn(workflow.flow(), AwaitEvent.class).forEach(event -> events.putIfAbsent(event.name(), event));
        return List.copyOf(events.values());
    }

    /** Whether it may end with one result or another, or of any type: Java then does not widen them by itself. */
    boolean boxesResults() {
        return !isFront() || Actions.allIn(workflow.flow(), Action.Return.class).size() > 1;
    }

    /** Whether the workflow bears the saga's id. */
    boolean isFront() {
        return plan.isFront(workflow);
    }

    /** Whether another workflow of the saga needs what the step answers. */
    boolean isTold(StepPlan step) {
        return workflow.link()
                .filter(link -> link.isTold() && link.step().equals(step))
                .isPresent();
    }

    /** The name of the field that holds the run. */
    String run() {
        return workflow.link().isPresent() ? LINK : SAGA;
    }

    /** The code of the run. */
    CodeBlock saga() {
        return field(run());
    }

    /** The code of the constant of a link, by the name of its step. */
    CodeBlock linkConstant(String step) {
        String constant = constants.ofLink(step);
        return isHidden(constant) ? CodeBlock.of("$T.$N", shape, constant) : CodeBlock.of("$N", constant);
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
        return (workflow.link().isPresent() ? constantsOfLink() : constants.all().stream())
                .filter(constant -> !isHidden(constant))
                .toList();
    }

    /** Its step's, the next link's, and those of the steps whose results it asks for. */
    private Stream<String> constantsOfLink() {
        Stream<String> own = workflow.steps().stream().map(constants::of);
        Stream<String> next = Actions.allIn(workflow.flow(), Action.HandOver.class).stream()
                .map(handOver -> constants.ofLink(handOver.next()));
        return Stream.of(own, next, asked().stream().map(constants::of)).flatMap(names -> names);
    }

    /** The steps whose results it asks the other links for. */
    List<StepPlan> asked() {
        return plan.lead() == Lead.CHAIN_AT_ONCE
                ? workflow.link().stream()
                        .flatMap(link -> link.received().stream())
                        .map(this::stepOf)
                        .toList()
                : List.of();
    }

    /** The step that a variable of a chain comes from. */
    StepPlan stepOf(Expression.Variable variable) {
        return plan.workflows().stream()
                .filter(other -> other.binds(variable.name()))
                .flatMap(other -> other.link().stream())
                .map(LinkPlan::step)
                .findFirst()
                .orElseThrow();
    }

    /** The variables that the flow's method begins with: the saga's input. */
    LocalScope locals() {
        return locals(inputs(plan));
    }

    /** Those that the method of a link begins with that is not the first: none yet. */
    LocalScope localsOfLink() {
        return locals(Stream.empty());
    }

    private LocalScope locals(Stream<String> parameters) {
        Set<String> visible = parameters.collect(Collectors.toCollection(HashSet::new));
        visible.addAll(SagaClashes.USED_BY_SAGAS);
        classes(plan).forEach(visible::add);
        Set<String> everywhere = fields();
        inputs(plan).forEach(everywhere::add);
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
        Set<String> fields = new HashSet<>(Set.of(run()));
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
        Stream<Expression> told =
                plan.telling().stream().flatMap(call -> call.call().values());
        Stream<Expression> done = plan.actions().stream().flatMap(Actions::allValuesOf);
        return Stream.concat(told, done).flatMap(Expressions::allIn).flatMap(WorkflowScope::classOf);
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
