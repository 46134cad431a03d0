package dev.skald.codegen.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.SagaPlan;
import java.util.List;

/** Writes what the methods that run a saga have in common: its parameters and its result. */
final class SagaMethods {

    private SagaMethods() {}

    static List<ParameterSpec> parameters(SagaPlan plan) {
        return plan.input().stream()
                .map(input -> ParameterSpec.builder(JavaTypes.of(input.type()), input.name())
                        .build())
                .toList();
    }

    static TypeName output(SagaPlan plan) {
        return plan.output().map(JavaTypes::of).orElse(TypeName.VOID);
    }

    /** The saga's result as a type argument. */
    static TypeName boxedOutput(SagaPlan plan) {
        return plan.output().map(JavaTypes::boxed).orElse(TypeName.VOID.box());
    }

    /** The method by which an event reaches a workflow. */
    static MethodSpec.Builder send(AwaitEvent event) {
        return MethodSpec.methodBuilder(JavaNames.send(event.name()))
                .addParameter(JavaTypes.of(event.type()), event.name());
    }
}
