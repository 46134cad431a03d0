package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.SagaPlan;
import javax.lang.model.element.Modifier;

/** Writes the exception of a saga that was not completed. */
final class FailedGenerator {

    private FailedGenerator() {}

    static JavaFile generate(SagaPlan plan) {
        ClassName name = JavaNames.failed(plan.name());
        TypeSpec type = TypeSpec.classBuilder(name)
                .superclass(RuntimeTypes.SAGA_FAILED)
                .addJavadoc("Saga {@code $L} was not completed. ", plan.name().simpleName())
                .addJavadoc("The error that started it all is the cause.\n\n")
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(FailedGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(SerialVersion.field())
                .addMethod(constructor())
                .build();
        return JavaFiles.file(name.packageName(), type, plan.source()).build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Made by the client.")
                .addParameter(RuntimeTypes.SAGA_FAILED.nestedClass("Details"), "details")
                .addStatement("super(details)")
                .build();
    }
}
