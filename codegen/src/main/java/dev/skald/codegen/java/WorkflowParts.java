package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Participant;
import javax.lang.model.element.Modifier;

/** Writes what the workflows of mediators and of links have in common. */
final class WorkflowParts {

    /** The variable of the definition that holds what is told at a change of state. */
    private static final String STATE = "state";

    private WorkflowParts() {}

    /** The field by which a participant is called. */
    static FieldSpec stub(Participant participant, WorkflowScope scope) {
        return FieldSpec.builder(
                        JavaNames.activities(participant),
                        participant.name().simpleName(),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer("new $T($L)", JavaNames.stub(participant), scope.run())
                .build();
    }

    /** The statement that says who is told of each change of state; nothing where nobody is. */
    static CodeBlock telling(WorkflowScope scope, LocalScope variables) {
        return scope.plan()
                .telling()
                .map(told -> telling(told, scope, variables))
                .orElse(CodeBlock.of(""));
    }

    /** The parameter of the call stands for the variable of the definition. */
    private static CodeBlock telling(CallPlan told, WorkflowScope scope, LocalScope variables) {
        String state = variables.parameter(STATE);
        Call call = told.call();
        return CodeBlock.of(
                "$L.onStateChange($N -> $L.$N($L));\n",
                scope.saga(),
                state,
                scope.participant(call.participant()),
                call.operation().name(),
                ArgumentList.of(variables.each(call.arguments(), STATE, state)));
    }
}
