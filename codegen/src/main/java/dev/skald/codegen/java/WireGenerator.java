package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import javax.lang.model.element.Modifier;

/** Writes the interface that says how a participant's requests cross the wire. */
final class WireGenerator {

    private WireGenerator() {}

    static JavaFile generate(Participant participant) {
        Source source = Source.of(participant.location());
        ClassName name = JavaNames.wire(participant);
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addJavadoc(
                        "How requests to participant {@code $L} cross the wire: ",
                        participant.name().simpleName())
                .addJavadoc("each is one JSON object, a parameter a key.\n")
                .addJavadoc("Implement {@link $T} instead.\n\n", JavaNames.activities(participant))
                .addJavadoc("<p>Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(WireGenerator.class))
                .addAnnotation(RuntimeTypes.ACTIVITY_INTERFACE)
                .addModifiers(Modifier.PUBLIC);
        for (Operation operation : participant.operations()) {
            type.addMethod(method(participant, operation)).addType(request(participant, operation));
        }
        return JavaFiles.file(name.packageName(), type.build(), source).build();
    }

    private static MethodSpec method(Participant participant, Operation operation) {
        return MethodSpec.methodBuilder(operation.name())
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.ACTIVITY_METHOD)
                        .addMember("name", "$L", Literals.string(operation.activityType()))
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addParameter(JavaNames.request(participant, operation), "request")
                .returns(OperationMethods.output(operation))
                .build();
    }

    private static TypeSpec request(Participant participant, Operation operation) {
        return MessageRecords.record(JavaNames.request(participant, operation).simpleName(), operation.parameters())
                .addJavadoc("What {@link #$N} is asked with.", operation.name())
                .addAnnotation(MessageRecords.ignoreUnknown())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .build();
    }
}
