package dev.skald.codegen.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.skald.dsl.model.Operation;

/** Writes the methods that operations are in Java. */
final class OperationMethods {

    private OperationMethods() {}

    /** The method with the operation's parameters, each by its name. */
    static MethodSpec.Builder spread(Operation operation) {
        return MethodSpec.methodBuilder(operation.name())
                .addParameters(operation.parameters().stream()
                        .map(parameter -> ParameterSpec.builder(JavaTypes.of(parameter.type()), parameter.name())
                                .build())
                        .toList())
                .returns(output(operation));
    }

    /** What the operation's method returns. */
    static TypeName output(Operation operation) {
        return operation.output().map(JavaTypes::of).orElse(TypeName.VOID);
    }
}
