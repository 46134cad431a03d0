package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.java.FlowGenerator.Place;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.Source;
import java.util.List;

/** Writes a choice: a plain {@code if}. */
final class ChoiceGenerator {

    private final WorkflowScope workflow;
    private final FlowGenerator flow;

    ChoiceGenerator(WorkflowScope workflow, FlowGenerator flow) {
        this.workflow = workflow;
        this.flow = flow;
    }

    CodeBlock generate(Action.Choice choice, Place place) {
        OneOfResults results = results(choice, place.scope());
        return CodeBlock.builder()
                .add(FlowGenerator.comment(choice.source()))
                .add(results.declarations())
                .add("if ($L) {\n", condition(choice, place.scope()))
                .add(branches(choice, results, place))
                .build();
    }

    private OneOfResults results(Action.Choice choice, LocalScope scope) {
        return new OneOfResults(choice.results(), workflow.used(), scope);
    }

    /** The code behind the first brace. */
    private CodeBlock branches(Action.Choice choice, OneOfResults results, Place place) {
        CodeBlock.Builder code = CodeBlock.builder().add(block(choice.then(), results, 0, place));
        if (choice.otherwise().isEmpty() && results.isEmpty()) {
            return code.add("}\n").build();
        }
        return code.add(otherwise(choice.otherwise(), results, place)).build();
    }

    private CodeBlock otherwise(List<Action> otherwise, OneOfResults results, Place place) {
        if (otherwise.size() == 1 && otherwise.get(0) instanceof Action.Choice next) {
            Place within = new Place(results.block(place.scope(), 1), place.indent());
            OneOfResults ofNext = results(next, within.scope());
            boolean nothingBetween = ofNext.declarations().isEmpty()
                    && (Actions.neverGoesOn(otherwise)
                            || results.assignments(within.scope(), 1).isEmpty());
            if (nothingBetween) {
                return CodeBlock.builder()
                        .add("} else if ($L) { // $L\n", condition(next, within.scope()), source(next.source()))
                        .add(branches(next, ofNext, within))
                        .build();
            }
        }
        return CodeBlock.of("} else {\n$L}\n", block(otherwise, results, 1, place));
    }

    private CodeBlock block(List<Action> block, OneOfResults results, int index, Place place) {
        Place within = place.within(results.block(place.scope(), index));
        CodeBlock statements = flow.statements(block, within);
        CodeBlock end = Actions.neverGoesOn(block) ? CodeBlock.of("") : results.assignments(within.scope(), index);
        return CodeBlock.of("$>$L$L$<", statements, end);
    }

    private static CodeBlock condition(Action.Choice choice, LocalScope scope) {
        return scope.code(DecidedValues.in(choice.condition()));
    }

    private static String source(Source source) {
        return Comments.line(source.toString());
    }
}
