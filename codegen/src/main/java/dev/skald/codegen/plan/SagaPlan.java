package dev.skald.codegen.plan;

import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens when a saga runs, all of it: the pattern's meaning and every default are spelled out, so that whoever
 * reads the plan need not know which of the eight patterns it was made from.
 *
 * @param name the saga's name
 * @param version of its shape
 * @param headline the pattern in words, for people only
 * @param description in words, for people
 * @param input its parameters, in the order written
 * @param output what it returns; empty where nothing
 * @param id what identifies one run; empty where the client makes an id
 * @param deadline after which it gives up
 * @param telling who is told of each change of a named state, and how; a variable of its own holds what is told
 * @param lead who takes the steps
 * @param caller whether the caller waits
 * @param answer when the caller learns of the outcome
 * @param undoOrder which undo follows which
 * @param workflows what runs on Temporal; the first bears the saga's id and type
 * @param states its state machine
 * @param source the place of its name
 */
public record SagaPlan(
        DeclaredName name,
        int version,
        Headline headline,
        Optional<String> description,
        List<Field> input,
        Optional<Type> output,
        Optional<Expression> id,
        Optional<Duration> deadline,
        Optional<CallPlan> telling,
        Lead lead,
        Caller caller,
        Answer answer,
        UndoOrder undoOrder,
        List<WorkflowPlan> workflows,
        StateMachine states,
        Source source) {

    public SagaPlan {
        input = List.copyOf(input);
        workflows = List.copyOf(workflows);
    }

    /** The workflow that bears the saga's id and type. */
    public WorkflowPlan front() {
        return workflows.get(0);
    }

    /** Whether a workflow of the saga is the one that bears its id and type. */
    public boolean isFront(WorkflowPlan workflow) {
        return workflow.equals(front());
    }

    /** The workflows behind the first, in the order of their steps. */
    public List<WorkflowPlan> others() {
        return workflows.subList(1, workflows.size());
    }

    /** All that the workflows may do, that within blocks too, in the order written. */
    public List<Action> actions() {
        return workflows.stream()
                .flatMap(workflow -> workflow.actions().stream())
                .toList();
    }

    /** The steps of all workflows, those within blocks too, in the order written. */
    public List<StepPlan> steps() {
        return workflows.stream().flatMap(workflow -> workflow.steps().stream()).toList();
    }

    /** All that it calls: at a change of state, and of each step the operation and its undo. */
    public Stream<CallPlan> calls() {
        Stream<CallPlan> ofSteps = workflows.stream().flatMap(WorkflowPlan::calls);
        return Stream.concat(telling.stream(), ofSteps);
    }

    /** Whether another saga that has run it may have to undo it: it never passes a point of no return. */
    public boolean canBeUndone() {
        return actions().stream().noneMatch(SagaPlan::commits)
                && actions().stream().anyMatch(SagaPlan::hasUndo);
    }

    private static boolean hasUndo(Action action) {
        return action instanceof SubSagaPlan
                || (action instanceof StepPlan step && step.undo().isPresent());
    }

    private static boolean commits(Action action) {
        if (action instanceof SubSagaPlan run) {
            return !run.hasUndo();
        }
        return action instanceof StepPlan step && step.kind().isPointOfNoReturn();
    }

    /**
     * The pattern in words.
     *
     * @param title its name, such as {@code Epic}
     * @param words the three words, such as {@code sync, atomic, orchestrated}
     */
    public record Headline(String title, String words) {

        /** Those of a pattern. */
        static Headline of(Pattern pattern) {
            return new Headline(pattern.title(), pattern.words().replace(" ", ", "));
        }
    }

    /** Who takes the steps. */
    public enum Lead {
        /** One workflow takes all. */
        MEDIATOR,
        /** Each step has a workflow, which hands over to the next when its step is done, and waits for its answer. */
        CHAIN_THAT_ANSWERS,
        /** Each step has a workflow, which hands over to the next when its step is done, and is over then. */
        CHAIN_THAT_PASSES_ON,
        /**
         * Each step has a workflow, which hands over to the next before its step; they tell each other of all that is.
         */
        CHAIN_AT_ONCE;

        /** Whether each step has a workflow of its own. */
        public boolean isChain() {
            return this != MEDIATOR;
        }
    }

    /** Whether the caller waits. */
    public enum Caller {
        /** For the outcome. */
        WAITS,
        /** For nothing: it gets a handle at once, and asks that when it wants to know. */
        GETS_HANDLE
    }

    /** When the caller learns of the outcome. */
    public enum Answer {
        /** When every undo is confirmed or known to have failed. */
        AFTER_COMPENSATION,
        /** When it is known that everything must be undone, before anything is. */
        BEFORE_COMPENSATION,
        /** When it is known that a step is not done: nothing is undone, and it stops there. */
        WHERE_IT_STOPS,
        /** Never: where a step is not done it stops, nothing is undone, and only the admin is told. */
        NEVER;

        /** Whether what was done is undone when a step is not. */
        public boolean compensates() {
            return this == AFTER_COMPENSATION || this == BEFORE_COMPENSATION;
        }
    }

    /** Which undo follows which. */
    public enum UndoOrder {
        /** One by one: the undo of the step completed last comes first, each awaited. */
        LAST_FIRST,
        /**
         * What waited for a step is undone before the step, each awaited: what waited for its data or was to come after
         * it, and all that stood behind a statement which waited for all before it. The others go together.
         */
        DEPENDENTS_FIRST,
        /** None: all are sent together. */
        ALL_AT_ONCE
    }
}
