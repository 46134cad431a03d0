package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Participant;
import java.util.List;
import java.util.stream.Stream;

/** Finds the workflows that a participant's own worker runs: the links of chains that take steps of it. */
final class LinksOfParticipant {

    private LinksOfParticipant() {}

    /** The classes, in the order of the sagas and of their steps. */
    static List<ClassName> in(List<SagaPlan> plans, Participant participant) {
        return plans.stream().flatMap(plan -> in(plan, participant)).toList();
    }

    private static Stream<ClassName> in(SagaPlan plan, Participant participant) {
        return plan.workflows().stream()
                .filter(workflow -> isOf(workflow, participant))
                .map(workflow -> implementation(plan, workflow));
    }

    private static boolean isOf(WorkflowPlan workflow, Participant participant) {
        return workflow.link()
                .map(link -> link.step().call().call().participant().name())
                .filter(participant.name()::equals)
                .isPresent();
    }

    private static ClassName implementation(SagaPlan plan, WorkflowPlan workflow) {
        return workflow.equals(plan.front())
                ? JavaNames.workflowImplementation(plan.name(), plan.version())
                : JavaNames.linkImplementation(
                        plan.name(),
                        plan.version(),
                        workflow.link().orElseThrow().step().name());
    }
}
