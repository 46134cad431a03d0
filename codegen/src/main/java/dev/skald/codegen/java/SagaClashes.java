package dev.skald.codegen.java;

import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Variables, moments, events and participants of a saga whose names its generated code needs for itself. */
final class SagaClashes {

    /** Classes that the flow and the client name; a variable of that name would hide them. */
    static final Set<String> USED_BY_SAGAS = Set.of(
            "BigDecimal",
            "Boolean",
            "Duration",
            "Instant",
            "List",
            "LocalDate",
            "MathContext",
            "Optional",
            "SagaClient",
            "SagaRun",
            "String",
            "UUID");

    private final Diagnostics diagnostics;

    SagaClashes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        Set<String> enums =
                model.enums().stream().map(value -> value.name().simpleName()).collect(Collectors.toSet());
        for (Saga saga : model.sagas()) {
            Set<String> functions = functions(saga);
            Set<String> classes = Stream.of(USED_BY_SAGAS, enumsOf(saga), functions)
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            checkVariables(saga, enums);
            checkInputs(saga, functions);
            checkConstants(saga);
            checkMoments(saga);
            checkParticipants(saga, classes);
            checkEvents(saga);
        }
    }

    private void checkVariables(Saga saga, Set<String> enums) {
        variables(saga).forEach(variable -> {
            if (USED_BY_SAGAS.contains(variable.name())) {
                reserve(variable.name(), "is a class of Java that the generated code uses", variable.location());
            } else if (enums.contains(variable.name())) {
                reserve(
                        variable.name(),
                        "is an enum, which the generated code could not tell apart",
                        variable.location());
            }
        });
    }

    private void checkInputs(Saga saga, Set<String> functions) {
        saga.input().stream()
                .filter(input -> functions.contains(input.name()))
                .forEach(input ->
                        reserve(input.name(), "is a class whose method the generated code calls", input.location()));
        saga.input().stream()
                .filter(input -> input.name().equals(ClientGenerator.WAIT_AT_MOST))
                .forEach(input -> reserve(
                        input.name(), "is a parameter of its own in the saga's generated client", input.location()));
    }

    private void checkConstants(Saga saga) {
        Map<String, Named> first = new HashMap<>();
        for (Named step : saga.statements().flatMap(SagaClashes::steps).toList()) {
            String constant = JavaNames.constant(step.name());
            Named earlier = first.putIfAbsent(constant, step);
            // Two of one name, in branches that exclude each other, are told apart by a number.
            if (earlier != null && !earlier.name().equals(step.name())) {
                diagnostics.report(
                        ClashReports.same(earlier, step, "would both be the Java constant `" + constant + "`"));
            }
            if (constant.equals(ShapeGenerator.SAGA)) {
                reserve(step.name(), "is the saga itself in the generated code", step.location());
            }
        }
    }

    private void checkMoments(Saga saga) {
        for (Step step : saga.steps()) {
            if (step.moment().filter(moment -> moment.name().equals("EnumSet")).isPresent()) {
                reserve("EnumSet", "is a class of Java that the generated code uses", step.nameLocation());
            }
        }
    }

    private void checkParticipants(Saga saga, Set<String> classes) {
        Map<String, Call> first = new HashMap<>();
        for (Call call : saga.calls().toList()) {
            Participant participant = call.participant();
            String name = participant.name().simpleName();
            Call earlier = first.putIfAbsent(name, call);
            if (earlier != null && !earlier.participant().name().equals(participant.name())) {
                diagnostics.report(ClashReports.same(
                        new Named("participant", earlier.participant().name().qualified(), earlier.target()),
                        new Named("participant", participant.name().qualified(), call.target()),
                        "would both be `" + name + "` in the saga's Java class"));
            }
            if (earlier == null && (name.equals(runOf(saga)) || classes.contains(name))) {
                reserve(name, "has a meaning of its own in the saga's Java class", participant.location());
            }
        }
    }

    /** The field that holds the run. */
    private static String runOf(Saga saga) {
        return saga.isChain() ? WorkflowScope.LINK : WorkflowScope.SAGA;
    }

    private void checkEvents(Saga saga) {
        Map<String, Named> methods = new HashMap<>();
        Map<String, Call> participants = new HashMap<>();
        saga.calls()
                .forEach(call ->
                        participants.putIfAbsent(call.participant().name().simpleName(), call));
        for (Named event : saga.statements().flatMap(SagaClashes::events).toList()) {
            String method = JavaNames.send(event.name());
            Named earlier = methods.putIfAbsent(method, event);
            if (earlier != null && !earlier.name().equals(event.name())) {
                diagnostics.report(
                        ClashReports.same(earlier, event, "would both be sent by the Java method `" + method + "`"));
            }
            String field = JavaNames.event(event.name());
            Call call = participants.get(field);
            if (earlier == null && call != null) {
                diagnostics.report(ClashReports.same(
                        new Named("participant", field, call.target()),
                        event,
                        "would both be `" + field + "` in the saga's Java class"));
            }
        }
    }

    /** The classes of the user's own functions that a saga calls. */
    private static Set<String> functions(Saga saga) {
        return values(saga)
                .filter(Expression.FunctionCall.class::isInstance)
                .map(call -> JavaNames.inCalls(((Expression.FunctionCall) call).function()))
                .collect(Collectors.toSet());
    }

    /** The enums of which a saga names a constant. */
    private static Set<String> enumsOf(Saga saga) {
        return values(saga)
                .filter(Expression.EnumConstant.class::isInstance)
                .map(constant -> constant.type().text())
                .collect(Collectors.toSet());
    }

    /** All values in a saga but its id, each with those that it is made of. */
    private static Stream<Expression> values(Saga saga) {
        return saga.values().flatMap(Expressions::allIn);
    }

    private void reserve(String name, String why, SourceLocation location) {
        diagnostics.report(ClashReports.reserved(name, why, location));
    }

    /** Everything that a saga gives a name to, and that has a variable in Java. */
    static Stream<Named> variables(Saga saga) {
        Stream<Named> inputs = saga.input().stream().map(input -> new Named("input", input.name(), input.location()));
        return Stream.concat(inputs, saga.statements().flatMap(SagaClashes::bound));
    }

    private static Stream<Named> bound(Statement statement) {
        Stream<Named> item = statement instanceof Statement.For loop
                ? Stream.of(new Named("item", loop.item(), loop.head()))
                : Stream.empty();
        return Stream.of(steps(statement), events(statement), item).flatMap(names -> names);
    }

    private static Stream<Named> steps(Statement statement) {
        if (statement instanceof Step step) {
            return Stream.of(new Named("step", step.name(), step.nameLocation()));
        }
        return statement instanceof SubSaga run
                ? Stream.of(new Named("sub-saga", run.name(), run.nameLocation()))
                : Stream.empty();
    }

    private static Stream<Named> events(Statement statement) {
        return statement instanceof Statement.Await await
                ? Stream.of(new Named("event", await.name(), await.nameLocation()))
                : Stream.empty();
    }
}
