package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.java.FlowGenerator.Place;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a link of a chain does: its step, and the hand-over to the next link. */
final class LinkFlowGenerator {

    /** Where the statements begin. */
    private static final int COLUMN = 12;

    private final WorkflowScope scope;
    private final CodeBlock envelope;

    /**
     * The flow of one link.
     *
     * @param envelope the code of what it hands on, before the result of its own step is added
     */
    LinkFlowGenerator(WorkflowScope scope, CodeBlock envelope) {
        this.scope = scope;
        this.envelope = envelope;
    }

    /** The code of the flow. */
    CodeBlock generate(LocalScope variables) {
        Place place = new Place(variables, 0);
        FlowGenerator flow = new FlowGenerator(scope);
        List<CodeBlock> statements = new ArrayList<>();
        boolean hasAsked = false;
        for (Action action : scope.workflow().flow()) {
            if (action instanceof Action.HandOver handOver) {
                statements.add(handOver(handOver, variables));
            } else {
                if (needsOthers(action) && !hasAsked) {
                    asked(variables).forEach(statements::add);
                    hasAsked = true;
                }
                statements.add(flow.statements(List.of(action), place));
            }
        }
        return CodeBlock.join(statements, "\n");
    }

    /** The first link uses the results of the others only at the end. */
    private boolean needsOthers(Action action) {
        return scope.plan().lead() == Lead.CHAIN_AT_ONCE && (!scope.isFront() || action instanceof Action.Return);
    }

    /** Asks for the results of other links; each comes when its step is done. */
    private List<CodeBlock> asked(LocalScope variables) {
        List<Expression.Variable> received =
                scope.workflow().link().orElseThrow().received();
        CodeBlock.Builder code = CodeBlock.builder();
        received.forEach(result -> code.add(asked(result, variables)));
        return received.isEmpty() ? List.of() : List.of(code.build());
    }

    private CodeBlock asked(Expression.Variable result, LocalScope variables) {
        Action step = scope.stepOf(result);
        boolean isSure = scope.stepOf(result).name().equals(result.name());
        Type type = isSure ? result.type() : ((Type.OptionalType) result.type()).inner();
        return CodeBlock.of(
                "$L$L.$L($L, $L);\n",
                variables.bind(result.name(), result.type()).assignment(),
                scope.saga(),
                isSure ? "result" : "resultIfAny",
                scope.constant(step),
                ResultTypes.of(type));
    }

    private CodeBlock handOver(Action.HandOver handOver, LocalScope variables) {
        CodeBlock next = scope.linkConstant(handOver.next());
        CodeBlock content = handOver.added()
                .map(added -> CodeBlock.of("$L.$L($L)", envelope, EnvelopeGenerator.with(added), variables.code(added)))
                .orElse(envelope);
        boolean answers = scope.plan().lead() == Lead.CHAIN_THAT_ANSWERS;
        Optional<Type> output = scope.plan().output().filter(any -> answers);
        List<CodeBlock> arguments = new ArrayList<>(List.of(next));
        output.filter(any -> scope.isFront()).ifPresent(type -> arguments.add(ResultTypes.of(type)));
        arguments.add(content);
        CodeBlock call = CodeBlock.of(
                "$L$L.$L(", output.isPresent() ? "return " : "", scope.saga(), answers ? "handOver" : "handOn");
        return CodeBlock.of("$L$L);\n", call, ArgumentList.behind(" ".repeat(COLUMN) + call, arguments));
    }
}
