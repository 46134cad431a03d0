package dev.skald.dsl.rule;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.List;

/**
 * What of a saga speaks for one pattern or another.
 *
 * @param steps how many there are
 * @param choices how many times it says {@code if}
 * @param undoable whether anything of it can be undone
 * @param notUndoable the steps that say that nothing undoes them, by name
 * @param independent how many steps could run at once
 * @param participants how many services take part
 */
record SagaProfile(
        int steps, long choices, boolean undoable, List<String> notUndoable, int independent, long participants) {

    SagaProfile {
        notUndoable = List.copyOf(notUndoable);
    }

    /** That of a saga. */
    static SagaProfile of(Saga saga) {
        List<Step> steps = saga.steps();
        return new SagaProfile(
                steps.size(),
                saga.statements().filter(Statement.If.class::isInstance).count(),
                saga.statements().anyMatch(SubSaga.class::isInstance)
                        || steps.stream().anyMatch(step -> step.undo().isPresent()),
                steps.stream()
                        .filter(step -> step.kind() == StepKind.COMPENSATABLE)
                        .filter(step -> step.compensation()
                                .filter(Compensation.None.class::isInstance)
                                .isPresent())
                        .map(Step::name)
                        .toList(),
                IndependentSteps.most(saga),
                steps.stream()
                        .map(step -> step.call().participant().name())
                        .distinct()
                        .count());
    }
}
