package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.LinkPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import javax.lang.model.element.Modifier;

/** Writes the interface of the workflow that takes a step of a chain, but for the first. */
final class LinkInterfaceGenerator {

    private LinkInterfaceGenerator() {}

    static JavaFile generate(SagaPlan plan, WorkflowPlan workflow) {
        LinkPlan link = workflow.link().orElseThrow();
        ClassName name = JavaNames.link(plan.name(), plan.version(), link.step().name());
        TypeSpec type = TypeSpec.interfaceBuilder(name)
                .addJavadoc("The link of saga {@code $L} ", plan.name().simpleName())
                .addJavadoc(
                        "that takes step {@code $L}, as Temporal knows it.\n\n",
                        link.step().name())
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(LinkInterfaceGenerator.class))
                .addAnnotation(RuntimeTypes.WORKFLOW_INTERFACE)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(run(plan, workflow))
                .build();
        return JavaFiles.file(name.packageName(), type, link.step().source()).build();
    }

    private static MethodSpec run(SagaPlan plan, WorkflowPlan workflow) {
        return MethodSpec.methodBuilder("run")
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.WORKFLOW_METHOD)
                        .addMember("name", "$S", workflow.type())
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addParameter(RuntimeTypes.CHAIN, WorkflowScope.CHAIN)
                .addParameter(JavaNames.envelope(plan.name(), plan.version()), WorkflowScope.ENVELOPE)
                .returns(Object.class)
                .build();
    }
}
