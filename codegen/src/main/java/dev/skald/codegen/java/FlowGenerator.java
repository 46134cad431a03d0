package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.Source;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import java.util.ArrayList;
import java.util.List;

/** Writes what a workflow does, block within block: each statement below a line that says where it is from. */
final class FlowGenerator {

    /** How much deeper the code of a block stands. */
    static final int INDENT = 4;

    private final WorkflowScope workflow;
    private final StepGenerator steps;
    private final ChoiceGenerator choices;
    private final LoopGenerator loops;
    private final AwaitGenerator awaits;

    FlowGenerator(WorkflowScope workflow) {
        this.workflow = workflow;
        this.steps = new StepGenerator(workflow);
        this.choices = new ChoiceGenerator(workflow, this);
        this.loops = new LoopGenerator(workflow, this);
        this.awaits = new AwaitGenerator(workflow, this);
    }

    /** The code of a workflow. */
    CodeBlock generate(List<Action> flow) {
        return statements(flow, new Place(workflow.locals(), 0));
    }

    /** The code of the statements of a block. */
    CodeBlock statements(List<Action> block, Place place) {
        List<CodeBlock> statements = new ArrayList<>();
        for (Action action : block) {
            statements.add(statement(action, place));
        }
        return CodeBlock.join(statements, "\n");
    }

    private CodeBlock statement(Action action, Place place) {
        if (action instanceof StepPlan step) {
            return steps.generate(step, place);
        }
        if (action instanceof SubSagaPlan run) {
            return steps.generate(run, place);
        }
        if (action instanceof Action.Concurrent concurrent) {
            return steps.generate(concurrent, place);
        }
        if (action instanceof Action.Choice choice) {
            return choices.generate(choice, place);
        }
        if (action instanceof Action.Parallel parallel) {
            return behindEnd(action, loops.generate(parallel, place));
        }
        if (action instanceof Action.Loop loop) {
            return loops.generate(loop, place);
        }
        if (action instanceof Action.AwaitEvent await) {
            return awaits.generate(await, place);
        }
        return simple(action, place);
    }

    private CodeBlock simple(Action action, Place place) {
        if (action instanceof Action.Pause pause) {
            return CodeBlock.of(
                    "$L$L.pause($L, $L);\n",
                    comment(pause.source()),
                    workflow.saga(),
                    Literals.duration(pause.duration()),
                    Literals.string("wait " + DurationWords.of(pause.duration())));
        }
        if (action instanceof Action.Fail fail) {
            return CodeBlock.of("$Lthrow $L;\n", comment(fail.source()), error(fail, place.scope()));
        }
        Action.Return result = (Action.Return) action;
        // The one at the end of the definition needs no words.
        CodeBlock comment = place.indent() > 0 ? comment(result.source()) : CodeBlock.of("");
        CodeBlock value = workflow.hasSeveralResults()
                ? place.scope().boxed(result.value())
                : place.scope().code(result.value());
        return CodeBlock.of("$Lreturn $L;\n", comment, value);
    }

    /** Java does not know that a branch ends the saga. */
    private static CodeBlock behindEnd(Action parallel, CodeBlock code) {
        return Actions.neverGoesOn(List.of(parallel))
                ? CodeBlock.of(
                        "$Lthrow new $T($S);\n", code, IllegalStateException.class, "a branch has ended the saga")
                : code;
    }

    /** The code of a new error. */
    static CodeBlock error(Action.Fail fail, LocalScope scope) {
        return CodeBlock.of(
                "new $T($L)", JavaNames.type(fail.error().name()), ArgumentList.of(scope.each(fail.arguments())));
    }

    /** The line above a statement. */
    static CodeBlock comment(Source source) {
        return CodeBlock.of("// $L\n", Comments.line(source.toString()));
    }

    /**
     * Where a statement stands.
     *
     * @param scope the variables that it sees
     * @param indent how much deeper than the statements of the workflow
     */
    record Place(LocalScope scope, int indent) {

        /** The place of a block's statements. */
        Place within(LocalScope block) {
            return new Place(block, indent + INDENT);
        }
    }
}
