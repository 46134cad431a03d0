package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes operations that nobody has written yet: each says what it has to keep, and throws. */
final class ScaffoldMethods {

    /** What an operation throws until somebody writes it. */
    static final ClassName NOT_WRITTEN = ClassName.get(UnsupportedOperationException.class);

    /** A message that fits on the line with what throws it. */
    private static final int SHORT = 55;

    private ScaffoldMethods() {}

    static MethodSpec method(Participant participant, Operation operation, OperationUses uses) {
        NameAllocator names = new NameAllocator();
        // Within the method a parameter of this name would hide the class.
        names.newName(RuntimeTypes.SAGA_CALL.simpleName());
        MethodSpec.Builder method = MethodSpec.methodBuilder(operation.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(OperationMethods.output(operation));
        operation.parameters().forEach(parameter -> method.addParameter(parameter(parameter, names)));
        String call = names.newName("call");
        method.addStatement("$1T $2N = $1T.current()", RuntimeTypes.SAGA_CALL, call);
        advise(method, call, operation, uses.of(participant, operation));
        String message = participant.name().simpleName() + "." + operation.name() + " is not written yet: ";
        return method.addStatement(
                        message.length() <= SHORT ? "throw new $T($S + $N.key())" : "throw new $T(\n$S + $N.key())",
                        NOT_WRITTEN,
                        message,
                        call)
                .build();
    }

    private static ParameterSpec parameter(Field parameter, NameAllocator names) {
        return ParameterSpec.builder(JavaTypes.of(parameter.type()), names.newName(parameter.name()))
                .build();
    }

    private static void advise(MethodSpec.Builder method, String call, Operation operation, OperationUses.Use use) {
        if (use.does()) {
            method.addComment(
                    "A request: where $N.key() was answered before, answer the same; where its step was undone, refuse.",
                    call);
        }
        if (use.does() && !operation.errors().isEmpty()) {
            method.addComment("$L refuses it: then nothing has happened.", errors(operation));
        }
        if (use.undoes()) {
            method.addComment("An undo: where nothing was done for its saga, step and iteration, succeed; "
                    + "refuse the request from then on.");
        }
    }

    /** Such as {@code OutOfStock or NotServed}. */
    private static String errors(Operation operation) {
        return operation.errors().stream().map(DeclaredName::simpleName).collect(Collectors.joining(" or "));
    }
}
