package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Action.AwaitEvent;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Participant;
import javax.lang.model.element.Modifier;

/** Writes the implementation of a saga's workflow: the flow, block within block. */
final class WorkflowImplGenerator {

    /** The variable of the definition that holds what is told. */
    private static final String STATE = "state";

    private final SagaPlan plan;
    private final ClassName name;
    private final WorkflowScope scope;

    private WorkflowImplGenerator(SagaPlan plan) {
        this.plan = plan;
        this.name = JavaNames.workflowImplementation(plan.name(), plan.version());
        this.scope = WorkflowScope.of(plan);
    }

    static JavaFile generate(SagaPlan plan) {
        return new WorkflowImplGenerator(plan).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addSuperinterface(JavaNames.workflow(plan.name(), plan.version()))
                .addJavadoc(
                        "How saga {@code $L} runs: its steps in order, each with its undo.\n\n",
                        plan.name().simpleName())
                .addJavadoc(SagaHeadline.description(plan))
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(WorkflowImplGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(run());
        scope.participants().forEach(participant -> type.addField(stub(participant)));
        scope.events().forEach(event -> type.addField(event(event)));
        type.addMethod(runMethod());
        scope.events().forEach(event -> type.addMethod(send(event)));
        JavaFile.Builder file = JavaFiles.file(name.packageName(), type.build(), plan.source());
        scope.staticImports().forEach(constant -> file.addStaticImport(scope.shape(), constant));
        return file.build();
    }

    private FieldSpec run() {
        return FieldSpec.builder(RuntimeTypes.SAGA_RUN, WorkflowScope.SAGA, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("$T.of($T.$L)", RuntimeTypes.SAGA_RUN, scope.shape(), ShapeGenerator.SAGA)
                .build();
    }

    private static FieldSpec stub(Participant participant) {
        return FieldSpec.builder(
                        JavaNames.activities(participant),
                        participant.name().simpleName(),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer("new $T($L)", JavaNames.stub(participant), WorkflowScope.SAGA)
                .build();
    }

    private static FieldSpec event(AwaitEvent event) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.SAGA_EVENT, JavaTypes.of(event.type())),
                        JavaNames.event(event.name()),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer("$L.event($S, $T.class)", WorkflowScope.SAGA, event.name(), JavaTypes.of(event.type()))
                .build();
    }

    private static MethodSpec send(AwaitEvent event) {
        return SagaMethods.send(event)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addStatement("$N.receive($N)", JavaNames.event(event.name()), event.name())
                .build();
    }

    private MethodSpec runMethod() {
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameters(SagaMethods.parameters(plan))
                .returns(SagaMethods.output(plan))
                .addCode(body())
                .build();
    }

    private CodeBlock body() {
        return CodeBlock.builder()
                .add(plan.telling().map(this::telling).orElse(CodeBlock.of("")))
                .add(plan.output().isPresent() ? "return " : "")
                .add("$L.$L(() -> {\n$>", scope.saga(), scopeMethod(plan.answer()))
                .add(new FlowGenerator(scope).generate(plan.front().flow()))
                .add("$<});\n")
                .build();
    }

    /** The parameter of the call stands for the variable of the definition. */
    private CodeBlock telling(CallPlan told) {
        LocalScope variables = scope.locals();
        String state = variables.parameter(STATE);
        Call call = told.call();
        return CodeBlock.of(
                "$L.onStateChange($N -> $L.$N($L));\n",
                scope.saga(),
                state,
                scope.participant(call.participant()),
                call.operation().name(),
                ArgumentList.of(variables.each(call.arguments(), STATE, state)));
    }

    private static String scopeMethod(Answer answer) {
        return switch (answer) {
            case AFTER_COMPENSATION -> "atomic";
            case BEFORE_COMPENSATION -> "eventual";
        };
    }
}
