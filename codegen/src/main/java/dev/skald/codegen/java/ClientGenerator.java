package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Field;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the client of a saga. */
final class ClientGenerator {

    /** The parameter of the method that waits only so long; it stands behind the saga's own. */
    static final String WAIT_AT_MOST = "waitAtMost";

    private static final String SAGAS = "sagas";
    private static final String RETURN = " ".repeat(8) + "return ";
    private static final String START_OR_ATTACH =
            "Starts the saga, or attaches to the one with this id and input that runs or is completed.";

    private final SagaPlan plan;
    private final List<CodeBlock> inputs;
    private final TypeName handle;

    private ClientGenerator(SagaPlan plan) {
        this.plan = plan;
        this.inputs = plan.input().stream()
                .map(input -> CodeBlock.of("$N", input.name()))
                .toList();
        this.handle = ParameterizedTypeName.get(RuntimeTypes.SAGA_HANDLE, SagaMethods.boxedOutput(plan));
    }

    static JavaFile generate(SagaPlan plan) {
        return new ClientGenerator(plan).file();
    }

    private JavaFile file() {
        ClassName name = JavaNames.client(plan.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Starts sagas {@code $L} and finds them again.\n\n",
                        plan.name().simpleName())
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(ClientGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(sagas())
                .addMethod(constructor())
                .addMethod(start());
        if (plan.caller() == Caller.WAITS) {
            type.addMethod(execute()).addMethod(executeInTime());
        }
        type.addMethod(handleOf());
        WorkflowScope.of(plan).events().forEach(event -> type.addMethod(send(event)));
        return JavaFiles.file(name.packageName(), type.build(), plan.source()).build();
    }

    private FieldSpec sagas() {
        TypeName type = ParameterizedTypeName.get(RuntimeTypes.SAGA_CLIENT, SagaMethods.boxedOutput(plan));
        return FieldSpec.builder(type, SAGAS, Modifier.PRIVATE, Modifier.FINAL).build();
    }

    private MethodSpec constructor() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "this.$N = $T.of($S, $L, $L)$>$>",
                        SAGAS,
                        RuntimeTypes.SAGA_CLIENT,
                        plan.name().qualified(),
                        plan.version(),
                        plan.output().map(ResultTypes::of).orElse(CodeBlock.of("$T.class", Void.class)))
                .add("\n.taskQueue($L)", Literals.string(plan.front().queue()));
        CodeBlock errors = ArgumentList.of(errors().map(error -> CodeBlock.of("$T.TYPE", JavaNames.type(error)))
                .toList());
        if (!errors.isEmpty()) {
            code.add("\n.errors($L)", errors);
        }
        CodeBlock links = ArgumentList.of(plan.others().stream()
                .map(link -> CodeBlock.of("$S", link.link().orElseThrow().step().name()))
                .toList());
        if (!links.isEmpty()) {
            code.add("\n.chain($L)", links);
        }
        switch (plan.answer()) {
            case AFTER_COMPENSATION -> {}
            case BEFORE_COMPENSATION, WHERE_IT_STOPS -> code.add("\n.answersEarly()");
            case NEVER -> code.add("\n.answersNobody()");
        }
        code.add("\n.failure($T::new)\n.on(client);\n$<$<", JavaNames.failed(plan.name()));
        return MethodSpec.constructorBuilder()
                .addJavadoc("Works through the application's own client, with its own options.")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WORKFLOW_CLIENT, "client")
                .addCode(code.build())
                .build();
    }

    private MethodSpec start() {
        return method("start")
                .addJavadoc(plan.id().isPresent() ? START_OR_ATTACH : "Starts the saga, with an id of its own.")
                .returns(handle)
                .addCode("return $L.start($L);\n", sagasField(), ArgumentList.of(idAndInputs()))
                .build();
    }

    private List<CodeBlock> idAndInputs() {
        CodeBlock id =
                plan.id().map(ExpressionGenerator::text).orElse(CodeBlock.of("$T.randomUUID().toString()", UUID.class));
        return Stream.concat(Stream.of(id), inputs.stream()).toList();
    }

    private List<CodeBlock> waitIdAndInputs() {
        return Stream.concat(Stream.of(CodeBlock.of("$N", WAIT_AT_MOST)), idAndInputs().stream())
                .toList();
    }

    private MethodSpec execute() {
        String format = plan.output().isPresent() ? "return $L$L);\n" : "$L$L);\n";
        return method("execute")
                .addJavadoc("Starts the saga as {@link #start} does, and waits for its outcome.\n\n")
                .addJavadoc("@throws $T if it $L", JavaNames.failed(plan.name()), failure())
                .returns(SagaMethods.output(plan))
                .addCode(format, beginning(), ArgumentList.behind(RETURN + beginning(), idAndInputs()))
                .build();
    }

    private MethodSpec executeInTime() {
        return method("execute")
                .addJavadoc("Starts the saga as {@link #start} does, and waits for its outcome, but only so long.\n\n")
                .addJavadoc("@throws $T if in that time it $L", JavaNames.failed(plan.name()), failure())
                .addParameter(Duration.class, WAIT_AT_MOST)
                .returns(ParameterizedTypeName.get(RuntimeTypes.OUTCOME, SagaMethods.boxedOutput(plan)))
                .addCode("return $L$L);\n", beginning(), ArgumentList.behind(RETURN + beginning(), waitIdAndInputs()))
                .build();
    }

    private CodeBlock beginning() {
        return CodeBlock.of("$L.execute(", sagasField());
    }

    /** What has happened to a saga whose caller gets no result. */
    private String failure() {
        return switch (plan.answer()) {
            case AFTER_COMPENSATION -> "was compensated, or is stuck";
            case BEFORE_COMPENSATION -> "could not be completed, or is stuck";
            case WHERE_IT_STOPS -> "has stopped at a step";
            case NEVER ->
                throw new IllegalStateException("nobody waits for what never answers: this is a bug in Skald");
        };
    }

    private MethodSpec handleOf() {
        return MethodSpec.methodBuilder("handle")
                .addJavadoc("A handle of the latest saga with this id.")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(String.class, "id")
                .returns(handle)
                .addCode("return $N.handle(id);\n", SAGAS)
                .build();
    }

    private static MethodSpec send(AwaitEvent event) {
        return MethodSpec.methodBuilder(JavaNames.send(event.name()))
                .addJavadoc("Sends event {@code $L} to the latest saga with this id. ", event.name())
                .addJavadoc("The first that comes counts.\n\n")
                .addJavadoc("@throws $T if the saga is over", RuntimeTypes.SAGA_REQUEST_REJECTED)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(String.class, "id")
                .addParameter(JavaTypes.of(event.type()), "event")
                .addCode("$N.handle(id).send($S, event);\n", SAGAS, event.name())
                .build();
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).addParameters(SagaMethods.parameters(plan));
    }

    private CodeBlock sagasField() {
        boolean hidden = plan.input().stream().map(Field::name).anyMatch(SAGAS::equals);
        return CodeBlock.of(hidden ? "this.$N" : "$N", SAGAS);
    }

    /** What the saga may end with that counts as an answer. */
    private Stream<DeclaredName> errors() {
        return plan.actions().stream().flatMap(Actions::errorsOf).distinct();
    }
}
