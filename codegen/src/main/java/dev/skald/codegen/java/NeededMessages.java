package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement.Carried;
import dev.skald.dsl.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the messages that what is written names: records, enums and errors, and those that these are made of. */
final class NeededMessages {

    private final Map<DeclaredName, List<Field>> fields = new HashMap<>();
    private final Set<DeclaredName> needed = new HashSet<>();

    private NeededMessages(SagaModel model) {
        model.records().forEach(type -> fields.put(type.name(), type.fields()));
        model.errors().forEach(type -> fields.put(type.name(), type.fields()));
    }

    static Set<DeclaredName> of(Parts parts, SagaModel model) {
        NeededMessages messages = new NeededMessages(model);
        Stream.concat(parts.served().stream(), parts.called().stream()).forEach(messages::addParticipant);
        parts.started().forEach(messages::addClient);
        parts.led().forEach(messages::addMediator);
        parts.links().forEach(messages::addLink);
        return Set.copyOf(messages.needed);
    }

    private void addParticipant(Participant participant) {
        for (Operation operation : participant.operations()) {
            addFields(operation.parameters());
            operation.output().ifPresent(this::addType);
            operation.errors().forEach(this::add);
        }
    }

    private void addClient(SagaPlan plan) {
        addFields(plan.input());
        plan.output().ifPresent(this::addType);
        plan.id().ifPresent(this::addValue);
        plan.actions().stream().flatMap(Actions::errorsOf).forEach(this::add);
        Actions.allIn(plan.front().flow(), AwaitEvent.class).forEach(await -> addType(await.type()));
    }

    private void addMediator(SagaPlan plan) {
        addClient(plan);
        plan.telling().ifPresent(this::addArguments);
        plan.actions().forEach(this::addAction);
    }

    /** It knows the whole chain's shape, what is handed on, and its own step. */
    private void addLink(Parts.Link link) {
        SagaPlan plan = link.plan();
        addFields(plan.input());
        EnvelopeGenerator.results(plan).forEach(this::addValue);
        plan.actions().stream().flatMap(Actions::errorsOf).forEach(this::add);
        plan.telling().ifPresent(this::addArguments);
        link.workflow().actions().forEach(this::addAction);
        if (link.isFront()) {
            plan.output().ifPresent(this::addType);
        }
    }

    private void addAction(Action action) {
        Actions.allValuesOf(action).forEach(this::addValue);
        Actions.carriedBy(action).stream().map(Carried::type).forEach(this::addType);
        if (action instanceof StepPlan step) {
            step.call().call().operation().output().ifPresent(this::addType);
        } else if (action instanceof SubSagaPlan run) {
            run.result().ifPresent(this::addType);
        } else if (action instanceof AwaitEvent await) {
            addType(await.type());
        }
    }

    private void addArguments(CallPlan call) {
        call.call().values().forEach(this::addValue);
    }

    private void addValue(Expression value) {
        Expressions.allIn(value).map(Expression::type).forEach(this::addType);
    }

    private void addFields(List<Field> added) {
        added.stream().map(Field::type).forEach(this::addType);
    }

    private void addType(Type type) {
        if (type instanceof Type.ListType list) {
            addType(list.element());
        } else if (type instanceof Type.MapType map) {
            addType(map.value());
        } else if (type instanceof Type.OptionalType optional) {
            addType(optional.inner());
        } else if (type instanceof Type.RecordType record) {
            add(record.name());
        } else if (type instanceof Type.EnumType enumeration) {
            add(enumeration.name());
        }
    }

    private void add(DeclaredName message) {
        if (needed.add(message)) {
            addFields(fields.getOrDefault(message, List.of()));
        }
    }
}
