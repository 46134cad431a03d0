package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.SagaModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written of a model, kind by kind.
 *
 * @param records the messages
 * @param enums of their fields
 * @param errors that participants answer with, or sagas end with
 * @param served the participants that a worker serves
 * @param called the participants that a workflow calls
 * @param started the sagas that a client starts
 * @param led the sagas that a mediator leads
 * @param links the workflows that take steps of chains
 */
record Parts(
        List<RecordDefinition> records,
        List<EnumDefinition> enums,
        List<ErrorDefinition> errors,
        List<Participant> served,
        List<Participant> called,
        List<SagaPlan> started,
        List<SagaPlan> led,
        List<Link> links) {

    Parts {
        records = List.copyOf(records);
        enums = List.copyOf(enums);
        errors = List.copyOf(errors);
        served = List.copyOf(served);
        called = List.copyOf(called);
        started = List.copyOf(started);
        led = List.copyOf(led);
        links = List.copyOf(links);
    }

    /**
     * What a selection gives.
     *
     * @param plans of the sagas that it concerns
     */
    static Parts of(SagaModel model, List<SagaPlan> plans, Selection selection) {
        return selection.isNamed() ? named(model, plans, selection) : own(model.own(), plans);
    }

    private static Parts own(SagaModel own, List<SagaPlan> plans) {
        List<Participant> participants = own.participants().stream()
                .filter(participant -> !participant.operations().isEmpty())
                .toList();
        return new Parts(
                own.records(),
                own.enums(),
                own.errors(),
                participants,
                participants,
                plans,
                mediators(plans),
                plans.stream().flatMap(Parts::linksOf).toList());
    }

    private static Parts named(SagaModel model, List<SagaPlan> plans, Selection selection) {
        List<Participant> served =
                model.participants().stream().filter(selection::has).toList();
        List<SagaPlan> started = plans.stream()
                .filter(plan -> selection.sagas().contains(plan.name()))
                .toList();
        List<SagaPlan> led = mediators(started);
        List<Link> links = plans.stream()
                .flatMap(Parts::linksOf)
                .filter(link -> selection.participants().contains(link.participant()))
                .toList();
        Set<DeclaredName> called = Stream.concat(
                        led.stream().map(WorkflowScope::of), links.stream().map(Link::scope))
                .flatMap(scope -> scope.participants().stream())
                .map(Participant::name)
                .collect(Collectors.toSet());
        Parts parts = new Parts(
                List.of(),
                List.of(),
                List.of(),
                served,
                model.participants().stream()
                        .filter(participant -> called.contains(participant.name()))
                        .toList(),
                started,
                led,
                links);
        return parts.with(NeededMessages.of(parts, model), model);
    }

    private Parts with(Set<DeclaredName> messages, SagaModel model) {
        return new Parts(
                model.records().stream()
                        .filter(type -> messages.contains(type.name()))
                        .toList(),
                model.enums().stream()
                        .filter(type -> messages.contains(type.name()))
                        .toList(),
                model.errors().stream()
                        .filter(type -> messages.contains(type.name()))
                        .toList(),
                served,
                called,
                started,
                led,
                links);
    }

    private static List<SagaPlan> mediators(List<SagaPlan> plans) {
        return plans.stream().filter(plan -> !plan.lead().isChain()).toList();
    }

    private static Stream<Link> linksOf(SagaPlan plan) {
        return plan.workflows().stream()
                .filter(workflow -> workflow.link().isPresent())
                .map(workflow -> new Link(plan, workflow));
    }

    /**
     * A workflow that takes one step of a chain.
     *
     * @param plan the chain
     * @param workflow which of its workflows
     */
    record Link(SagaPlan plan, WorkflowPlan workflow) {

        /** Whether it bears the saga's id. */
        boolean isFront() {
            return plan.isFront(workflow);
        }

        /** Whose step it takes, and whose worker runs it. */
        DeclaredName participant() {
            return workflow.link()
                    .orElseThrow()
                    .step()
                    .call()
                    .call()
                    .participant()
                    .name();
        }

        /** Its class. */
        ClassName implementation() {
            return isFront()
                    ? JavaNames.workflowImplementation(plan.name(), plan.version())
                    : JavaNames.linkImplementation(
                            plan.name(),
                            plan.version(),
                            workflow.link().orElseThrow().step().name());
        }

        /** The names that are visible in its class. */
        WorkflowScope scope() {
            return WorkflowScope.of(plan, workflow);
        }
    }
}
