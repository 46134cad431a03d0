package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that makes a worker serve a participant. */
final class ParticipantWorkerGenerator {

    private static final String ADAPTER = "Adapter";
    private static final String IMPLEMENTATION = "implementation";

    private ParticipantWorkerGenerator() {}

    /**
     * The class.
     *
     * @param links the workflows that take the participant's steps in chains
     */
    static JavaFile generate(Participant participant, List<ClassName> links) {
        Source source = Source.of(participant.location());
        ClassName name = JavaNames.participantWorker(participant);
        TypeSpec type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Serves participant {@code $L}.\n\n", participant.name().simpleName())
                .addJavadoc("<p>Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(ParticipantWorkerGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(WorkerParts.taskQueue("The task queue that requests arrive on.", participant.queue()))
                .addMethod(WorkerParts.privateConstructor())
                .addMethod(register(participant, links))
                .addType(adapter(participant))
                .build();
        return JavaFiles.file(name.packageName(), type, source).build();
    }

    private static MethodSpec register(Participant participant, List<ClassName> links) {
        MethodSpec.Builder register = WorkerParts.register()
                .addJavadoc("Makes the factory's worker of {@link #$L} serve ", WorkerParts.TASK_QUEUE)
                .addJavadoc("{@code $L};\ncall it before the factory is started.", IMPLEMENTATION)
                .addParameter(JavaNames.activities(participant), IMPLEMENTATION)
                .addStatement("worker.registerActivitiesImplementations(new $L($N))", ADAPTER, IMPLEMENTATION);
        if (!links.isEmpty()) {
            CodeBlock classes = ArgumentList.of(
                    links.stream().map(link -> CodeBlock.of("$T.class", link)).toList());
            register.addCode("worker.registerWorkflowImplementationTypes($L);\n", classes);
        }
        return register.addStatement("return worker").build();
    }

    private static TypeSpec adapter(Participant participant) {
        TypeSpec.Builder adapter = TypeSpec.recordBuilder(ADAPTER)
                .addJavadoc("Spreads each request over the parameters of its operation.")
                .addModifiers(Modifier.PRIVATE)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(JavaNames.activities(participant), IMPLEMENTATION)
                        .build())
                .addSuperinterface(JavaNames.wire(participant));
        participant.operations().forEach(operation -> adapter.addMethod(method(participant, operation)));
        return adapter.build();
    }

    private static MethodSpec method(Participant participant, Operation operation) {
        CodeBlock arguments = ArgumentList.of(operation.parameters().stream()
                .map(parameter -> CodeBlock.of("request.$N()", parameter.name()))
                .toList());
        String format = operation.output().isPresent() ? "return $N.$N($L);\n" : "$N.$N($L);\n";
        return MethodSpec.methodBuilder(operation.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(JavaNames.request(participant, operation), "request")
                .returns(OperationMethods.output(operation))
                .addCode(format, IMPLEMENTATION, operation.name(), arguments)
                .build();
    }
}
