package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.DeclaredName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The constants of a saga's steps and sub-sagas. Those of one name, in branches that exclude each other, are numbered;
 * and those that would hide a class from the generated code.
 */
final class StepConstants {

    private final Map<Action, String> constants = new LinkedHashMap<>();

    /** By the name of the link's step. */
    private final Map<String, String> links = new LinkedHashMap<>();

    private StepConstants() {}

    static StepConstants of(SagaPlan plan) {
        StepConstants all = new StepConstants();
        List<Action> actions = plan.actions().stream()
                .filter(action -> nameOf(action).isPresent())
                .toList();
        Set<String> wanted = actions.stream().map(StepConstants::wanted).collect(Collectors.toSet());
        Set<String> taken =
                Stream.concat(WorkflowScope.classes(plan), errors(plan)).collect(Collectors.toSet());
        wanted.addAll(taken);
        for (Action action : actions) {
            String first = wanted(action);
            String constant = taken.add(first) ? first : numbered(first, wanted);
            wanted.add(constant);
            all.constants.put(action, constant);
        }
        for (WorkflowPlan other : plan.others()) {
            String step = other.link().orElseThrow().step().name();
            String first = JavaNames.constant(step) + "_LINK";
            String constant = wanted.add(first) ? first : numbered(first, wanted);
            wanted.add(constant);
            all.links.put(step, constant);
        }
        return all;
    }

    /** The constant of a link, by the name of its step; the first link has none, as nobody hands over to it. */
    String ofLink(String step) {
        return Objects.requireNonNull(links.get(step));
    }

    /** The constant of a step or sub-saga. */
    String of(Action step) {
        return Objects.requireNonNull(constants.get(step));
    }

    /** All of them, in the order of the steps. */
    List<String> all() {
        return List.copyOf(constants.values());
    }

    private static Stream<String> errors(SagaPlan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.call().call().operation().errors().stream())
                .map(DeclaredName::simpleName);
    }

    private static String wanted(Action action) {
        return JavaNames.constant(nameOf(action).orElseThrow());
    }

    private static String numbered(String constant, Set<String> taken) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> constant + "_" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> nameOf(Action action) {
        if (action instanceof StepPlan step) {
            return Optional.of(step.name());
        }
        return action instanceof SubSagaPlan run ? Optional.of(run.name()) : Optional.empty();
    }
}
