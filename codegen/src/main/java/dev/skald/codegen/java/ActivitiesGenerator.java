package dev.skald.codegen.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import javax.lang.model.element.Modifier;

/** Writes the interface that a participant's own code implements. */
final class ActivitiesGenerator {

    private ActivitiesGenerator() {}

    static JavaFile generate(Participant participant) {
        Source source = Source.of(participant.location());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(JavaNames.activities(participant))
                .addJavadoc(
                        "What participant {@code $L} can be asked for: ",
                        participant.name().simpleName())
                .addJavadoc("the participant's own code implements it, and\n")
                .addJavadoc("{@link $T} makes a worker serve that.\n\n", JavaNames.participantWorker(participant))
                .addJavadoc("<p>{@link $T#current} tells which saga and step it is asked for. ", RuntimeTypes.SAGA_CALL)
                .addJavadoc("A request may come again,\nwith the same key: ")
                .addJavadoc("then it has the same answer. After an undo, a late request is refused;\n")
                .addJavadoc("an undo without a request succeeds.\n\n")
                .addJavadoc("<p>Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(ActivitiesGenerator.class))
                .addModifiers(Modifier.PUBLIC);
        participant.operations().forEach(operation -> type.addMethod(method(operation)));
        return JavaFiles.file(JavaNames.activities(participant).packageName(), type.build(), source)
                .build();
    }

    private static MethodSpec method(Operation operation) {
        MethodSpec.Builder method = OperationMethods.spread(operation)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        "Source: $L",
                        Comments.javadoc(Source.of(operation.location()).toString()))
                .addJavadoc(operation.irreversible() ? ". Nothing can undo it." : ".");
        if (!operation.errors().isEmpty()) {
            method.addJavadoc("\n\n");
        }
        operation
                .errors()
                .forEach(error -> method.addJavadoc(
                        "@throws $T to refuse the request: nothing has happened\n", JavaNames.type(error)));
        return method.build();
    }
}
