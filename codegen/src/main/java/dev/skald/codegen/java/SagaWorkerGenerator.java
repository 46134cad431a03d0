package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.SagaPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that makes a worker run a saga. */
final class SagaWorkerGenerator {

    private SagaWorkerGenerator() {}

    static JavaFile generate(SagaPlan plan) {
        ClassName name = JavaNames.sagaWorker(plan.name(), plan.version());
        TypeSpec type = TypeSpec.classBuilder(name)
                .addJavadoc("Runs saga {@code $L}.\n\n", plan.name().simpleName())
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(SagaWorkerGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(WorkerParts.taskQueue(
                        "The task queue of the saga's workflow.", plan.front().queue()))
                .addMethod(WorkerParts.privateConstructor())
                .addMethod(register(plan))
                .build();
        return JavaFiles.file(name.packageName(), type, plan.source()).build();
    }

    private static MethodSpec register(SagaPlan plan) {
        return WorkerParts.register()
                .addJavadoc("Makes the factory's worker of {@link #$L} run the saga; ", WorkerParts.TASK_QUEUE)
                .addJavadoc("call it before the factory is started.")
                .addCode("worker.registerWorkflowImplementationTypes($L);\n", workflows(plan))
                .addStatement("return worker")
                .build();
    }

    private static CodeBlock workflows(SagaPlan plan) {
        List<CodeBlock> classes = new ArrayList<>();
        classes.add(CodeBlock.of("$T.class", JavaNames.workflowImplementation(plan.name(), plan.version())));
        if (plan.canBeUndone()) {
            classes.add(CodeBlock.of("$T.class", JavaNames.undoWorkflowImplementation(plan.name(), plan.version())));
        }
        return ArgumentList.of(classes);
    }
}
