package dev.skald.codegen.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.RecordDefinition;
import javax.lang.model.element.Modifier;

/** Writes the record of a message type. */
final class RecordGenerator {

    private RecordGenerator() {}

    static JavaFile generate(RecordDefinition definition) {
        Source source = Source.of(definition.location());
        TypeSpec type = MessageRecords.record(definition.name().simpleName(), definition.fields())
                .addJavadoc("Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(RecordGenerator.class))
                .addAnnotation(MessageRecords.ignoreUnknown())
                .addModifiers(Modifier.PUBLIC)
                .build();
        return JavaFiles.file(definition.name().packageName(), type, source).build();
    }
}
