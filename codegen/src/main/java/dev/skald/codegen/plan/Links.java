package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement.Carried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts the flow of a chain into links, one for each step. */
final class Links {

    private final Saga saga;
    private final Lead lead;

    Links(Saga saga, Lead lead) {
        this.saga = saga;
        this.lead = lead;
    }

    /**
     * The workflows, in the order of the steps.
     *
     * @param flow steps, each of which may stand in a choice of its own, and a result at the end
     */
    List<WorkflowPlan> of(List<Action> flow) {
        List<Action> taken = flow.stream()
                .filter(action -> !(action instanceof Action.Return))
                .toList();
        Optional<Action> result =
                flow.stream().filter(Action.Return.class::isInstance).findFirst();
        List<WorkflowPlan> links = new ArrayList<>();
        for (int index = 0; index < taken.size(); index++) {
            links.add(link(taken, index, result));
        }
        return links;
    }

    private WorkflowPlan link(List<Action> taken, int index, Optional<Action> result) {
        StepPlan step = stepOf(taken.get(index));
        List<Action> flow = flow(taken, index, result);
        String front = Mediator.type(saga);
        return new WorkflowPlan(
                index == 0 ? front : front + "." + step.name(),
                step.call().queue(),
                Optional.of(new LinkPlan(
                        step,
                        mustBeginWithin(taken, index),
                        usedByOthers(taken, index, result).isPresent(),
                        inputOf(flow),
                        receivedBy(flow))),
                flow);
    }

    private List<Action> flow(List<Action> taken, int index, Optional<Action> result) {
        boolean isFront = index == 0;
        boolean isLast = index == taken.size() - 1;
        List<Action> flow = new ArrayList<>(List.of(taken.get(index)));
        if (!isLast) {
            Action.HandOver handOver = handOver(taken, index, result);
            flow.add(lead == Lead.CHAIN_AT_ONCE ? 0 : 1, handOver);
        }
        boolean returns = lead == Lead.CHAIN_AT_ONCE ? isFront : isLast;
        result.filter(any -> returns).ifPresent(flow::add);
        return flow;
    }

    /** Where all is told to all, nothing is handed over but the saga's input. */
    private Action.HandOver handOver(List<Action> taken, int index, Optional<Action> result) {
        Optional<Expression.Variable> added =
                usedByOthers(taken, index, result).filter(bound -> lead != Lead.CHAIN_AT_ONCE);
        return new Action.HandOver(
                stepOf(taken.get(index + 1)).name(), added, taken.get(index).source());
    }

    /** The result of a link's step, where another link uses it. */
    private Optional<Expression.Variable> usedByOthers(List<Action> taken, int index, Optional<Action> result) {
        Optional<Action> returned = result.filter(any -> index < taken.size() - 1 || lead == Lead.CHAIN_AT_ONCE);
        Set<String> used = Stream.concat(taken.subList(index + 1, taken.size()).stream(), returned.stream())
                .flatMap(action -> Actions.allIn(List.of(action)))
                .flatMap(Links::variables)
                .map(Expression.Variable::name)
                .collect(Collectors.toSet());
        return boundBy(taken.get(index)).filter(bound -> used.contains(bound.name()));
    }

    /**
     * Before the point of no return nobody waits for ever for a link to begin whose step is not waited for for ever.
     * Where links begin before the steps of those above are done, nobody can tell at run time which side of it that is.
     */
    private Optional<Duration> mustBeginWithin(List<Action> taken, int index) {
        StepPlan step = stepOf(taken.get(index));
        boolean isBehind = taken.subList(0, index).stream()
                .anyMatch(action -> stepOf(action).kind().isPointOfNoReturn());
        boolean mayBeBehind = lead == Lead.CHAIN_AT_ONCE && isBehind;
        return step.unknown() == StepPlan.Unknown.ASK_AGAIN || mayBeBehind
                ? Optional.empty()
                : step.call().policy().limit();
    }

    /** The result that is seen behind a link, where it has one. */
    private static Optional<Expression.Variable> boundBy(Action action) {
        if (action instanceof StepPlan step) {
            return step.call()
                    .call()
                    .operation()
                    .output()
                    .map(type -> new Expression.Variable(step.name(), Expression.Variable.Origin.STEP, type));
        }
        return Actions.carriedBy(action).stream().findFirst().map(Links::variable);
    }

    private static Expression.Variable variable(Carried carried) {
        return new Expression.Variable(carried.variable(), Expression.Variable.Origin.STEP, carried.type());
    }

    /** What it uses of the saga's input, and each link tells the saga's states. */
    private List<Field> inputOf(List<Action> flow) {
        Stream<Expression.Variable> told = saga.onStateChange().stream()
                .flatMap(clause -> clause.call().values())
                .flatMap(Expressions::variablesIn);
        Set<String> used = Stream.concat(Actions.allIn(flow).flatMap(Links::allVariables), told)
                .filter(variable -> variable.origin() == Expression.Variable.Origin.INPUT)
                .map(Expression.Variable::name)
                .collect(Collectors.toSet());
        return saga.input().stream()
                .filter(field -> used.contains(field.name()))
                .toList();
    }

    /** What it uses of others, each once. */
    private static List<Expression.Variable> receivedBy(List<Action> flow) {
        Set<String> own = Actions.allIn(flow).flatMap(Links::namesBoundBy).collect(Collectors.toSet());
        Map<String, Expression.Variable> received = new LinkedHashMap<>();
        Actions.allIn(flow)
                .flatMap(Links::variables)
                .filter(variable -> !own.contains(variable.name()))
                .forEach(variable -> received.putIfAbsent(variable.name(), variable));
        return List.copyOf(received.values());
    }

    private static Stream<String> namesBoundBy(Action action) {
        Stream<String> carried = Actions.carriedBy(action).stream().map(Carried::variable);
        return action instanceof StepPlan step ? Stream.concat(Stream.of(step.name()), carried) : carried;
    }

    private static Stream<Expression.Variable> variables(Action action) {
        return allVariables(action).filter(variable -> variable.origin() == Expression.Variable.Origin.STEP);
    }

    private static Stream<Expression.Variable> allVariables(Action action) {
        return Actions.allValuesOf(action).flatMap(Expressions::variablesIn);
    }

    /** The step that a link takes. */
    static StepPlan stepOf(Action action) {
        return Actions.allIn(List.of(action), StepPlan.class).get(0);
    }
}
