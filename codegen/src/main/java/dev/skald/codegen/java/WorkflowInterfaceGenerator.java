package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.SagaPlan;
import javax.lang.model.element.Modifier;

/** Writes the interface of a saga's workflow. */
final class WorkflowInterfaceGenerator {

    private WorkflowInterfaceGenerator() {}

    static JavaFile generate(SagaPlan plan) {
        ClassName name = JavaNames.workflow(plan.name(), plan.version());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addJavadoc(
                        "Saga {@code $L} as Temporal knows it. ", plan.name().simpleName())
                .addJavadoc("Start it with $L.\n\n", client(plan))
                .addJavadoc(SagaHeadline.description(plan))
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(WorkflowInterfaceGenerator.class))
                .addAnnotation(RuntimeTypes.WORKFLOW_INTERFACE)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(run(plan));
        WorkflowScope.of(plan).events().forEach(event -> type.addMethod(send(event)));
        return JavaFiles.file(name.packageName(), type.build(), plan.source()).build();
    }

    /** Where a chain is begun, its client need not be there. */
    private static CodeBlock client(SagaPlan plan) {
        ClassName client = JavaNames.client(plan.name());
        return plan.lead().isChain()
                ? CodeBlock.of("{@code $L}", client.simpleName())
                : CodeBlock.of("{@link $T}", client);
    }

    private static MethodSpec send(AwaitEvent event) {
        return SagaMethods.send(event)
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.SIGNAL_METHOD)
                        .addMember("name", "$S", event.name())
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .build();
    }

    private static MethodSpec run(SagaPlan plan) {
        return MethodSpec.methodBuilder("run")
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.WORKFLOW_METHOD)
                        .addMember("name", "$S", plan.front().type())
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addParameters(SagaMethods.parameters(plan))
                .returns(SagaMethods.output(plan))
                .build();
    }
}
