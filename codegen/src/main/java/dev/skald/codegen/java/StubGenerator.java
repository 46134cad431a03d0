package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class by which a workflow calls a participant. */
final class StubGenerator {

    private static final String CALLS = "calls";

    private StubGenerator() {}

    static JavaFile generate(Participant participant) {
        Source source = Source.of(participant.location());
        ClassName name = JavaNames.stub(participant);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addSuperinterface(JavaNames.activities(participant))
                .addJavadoc(
                        "Calls participant {@code $L} from a workflow: ",
                        participant.name().simpleName())
                .addJavadoc("each call goes out as one activity.\n\n")
                .addJavadoc("<p>Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(StubGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(RuntimeTypes.PARTICIPANT_CALLS, CALLS, Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(constructor());
        participant.operations().forEach(operation -> type.addMethod(method(participant, operation)));
        return JavaFiles.file(name.packageName(), type.build(), source).build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("A participant whose calls are made by {@code $L}.", CALLS)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.PARTICIPANT_CALLS, CALLS)
                .addStatement("this.$N = $N", CALLS, CALLS)
                .build();
    }

    private static MethodSpec method(Participant participant, Operation operation) {
        List<String> parameters = operation.parameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        CodeBlock calls = CodeBlock.of(parameters.contains(CALLS) ? "this.$N" : "$N", CALLS);
        CodeBlock request = CodeBlock.of(
                "new $T($L)",
                JavaNames.request(participant, operation),
                ArgumentList.of(parameters.stream()
                        .map(name -> CodeBlock.of("$N", name))
                        .toList()));
        return OperationMethods.spread(operation)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addCode(call(operation, calls, request))
                .build();
    }

    private static CodeBlock call(Operation operation, CodeBlock calls, CodeBlock request) {
        CodeBlock type = Literals.string(operation.activityType());
        return operation
                .output()
                .map(output -> CodeBlock.of(
                        "return $L.call($L);\n",
                        calls,
                        ArgumentList.behind(
                                "        return calls.call(", List.of(type, ResultTypes.of(output), request))))
                .orElseGet(() -> CodeBlock.of(
                        "$L.run($L);\n", calls, ArgumentList.behind("        calls.run(", List.of(type, request))));
    }
}
