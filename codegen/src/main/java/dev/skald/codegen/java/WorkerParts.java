package dev.skald.codegen.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** Writes what the workers of participants and of sagas have in common. */
final class WorkerParts {

    static final String TASK_QUEUE = "TASK_QUEUE";

    private WorkerParts() {}

    static FieldSpec taskQueue(String javadoc, String queue) {
        return FieldSpec.builder(String.class, TASK_QUEUE, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(javadoc)
                .initializer(Literals.string(queue))
                .build();
    }

    static MethodSpec privateConstructor() {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    }

    /** The beginning of a method that registers something; it goes on with a local variable {@code worker}. */
    static MethodSpec.Builder register() {
        return MethodSpec.methodBuilder("register")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(RuntimeTypes.WORKER_FACTORY, "factory")
                .returns(RuntimeTypes.WORKER)
                .addStatement(
                        "$T worker = $T.worker(factory, $L)", RuntimeTypes.WORKER, RuntimeTypes.SKALD, TASK_QUEUE);
    }
}
