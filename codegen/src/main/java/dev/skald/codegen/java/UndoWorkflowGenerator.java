package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.SagaPlan;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the workflow that undoes a saga for another one that has run it. */
final class UndoWorkflowGenerator {

    private static final String UNDO = "undo";
    private static final String RECORD = "record";

    private UndoWorkflowGenerator() {}

    static Stream<JavaFile> generate(SagaPlan plan) {
        return Stream.of(type(plan), implementation(plan));
    }

    private static JavaFile type(SagaPlan plan) {
        ClassName name = JavaNames.undoWorkflow(plan.name(), plan.version());
        TypeSpec type = TypeSpec.interfaceBuilder(name)
                .addJavadoc(
                        "Undoes a saga {@code $L} that another saga has run. ",
                        plan.name().simpleName())
                .addJavadoc("That one starts it.\n\n")
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(UndoWorkflowGenerator.class))
                .addAnnotation(RuntimeTypes.WORKFLOW_INTERFACE)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(run().addAnnotation(AnnotationSpec.builder(RuntimeTypes.WORKFLOW_METHOD)
                                .addMember("name", "$S", plan.front().type() + ".undo")
                                .build())
                        .addModifiers(Modifier.ABSTRACT)
                        .build())
                .build();
        return JavaFiles.file(name.packageName(), type, plan.source()).build();
    }

    private static JavaFile implementation(SagaPlan plan) {
        ClassName name = JavaNames.undoWorkflowImplementation(plan.name(), plan.version());
        TypeSpec type = TypeSpec.classBuilder(name)
                .addSuperinterface(JavaNames.undoWorkflow(plan.name(), plan.version()))
                .addJavadoc(
                        "How a saga {@code $L} is undone that another saga has run.\n\n",
                        plan.name().simpleName())
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(UndoWorkflowGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(RuntimeTypes.SAGA_UNDO, UNDO, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer(
                                "$T.of($T.$L)",
                                RuntimeTypes.SAGA_UNDO,
                                JavaNames.shape(plan.name(), plan.version()),
                                ShapeGenerator.SAGA)
                        .build())
                .addMethod(run().addAnnotation(Override.class)
                        .addStatement("$L.run($L)", UNDO, RECORD)
                        .build())
                .build();
        return JavaFiles.file(name.packageName(), type, plan.source()).build();
    }

    private static MethodSpec.Builder run() {
        return MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.UNDO_RECORD, RECORD);
    }
}
