package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.LinkPlan;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Lead;
import javax.lang.model.element.Modifier;

/** Writes the implementation of a workflow that takes one step of a chain. */
final class LinkGenerator {

    private final SagaPlan plan;
    private final LinkPlan link;
    private final WorkflowScope scope;
    private final ClassName name;
    private final boolean isFront;

    private LinkGenerator(Parts.Link part) {
        this.plan = part.plan();
        this.link = part.workflow().link().orElseThrow();
        this.scope = part.scope();
        this.name = part.implementation();
        this.isFront = part.isFront();
    }

    static JavaFile generate(Parts.Link link) {
        return new LinkGenerator(link).file();
    }

    private JavaFile file() {
        String step = link.step().name();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addSuperinterface(
                        isFront
                                ? JavaNames.workflow(plan.name(), plan.version())
                                : JavaNames.link(plan.name(), plan.version(), step))
                .addJavadoc(
                        "How saga {@code $L} $L step {@code $L}.\n\n",
                        plan.name().simpleName(),
                        isFront ? "begins, and takes its first" : "takes its",
                        step)
                .addJavadoc(isFront ? SagaHeadline.description(plan) : CodeBlock.of(""))
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(LinkGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(run());
        scope.participants().forEach(participant -> type.addField(WorkflowParts.stub(participant, scope)));
        type.addMethod(isFront ? runOfFront() : runOfOther());
        JavaFile.Builder file = JavaFiles.file(
                name.packageName(),
                type.build(),
                isFront ? plan.source() : link.step().source());
        scope.staticImports().forEach(constant -> file.addStaticImport(scope.shape(), constant));
        return file.build();
    }

    private FieldSpec run() {
        return FieldSpec.builder(RuntimeTypes.LINK_RUN, WorkflowScope.LINK, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(
                        "$T.of($T.$L, $L)",
                        RuntimeTypes.LINK_RUN,
                        scope.shape(),
                        ShapeGenerator.SAGA,
                        scope.constant(link.step()))
                .build();
    }

    private MethodSpec runOfFront() {
        LocalScope variables = scope.locals();
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameters(SagaMethods.parameters(plan))
                .returns(SagaMethods.output(plan))
                .addCode(WorkflowParts.telling(scope, variables))
                .addCode(plan.output().isPresent() ? "return " : "")
                .addCode("$L.$L(() -> {\n$>", scope.saga(), method())
                .addCode(new LinkFlowGenerator(scope, beginning()).generate(variables))
                .addCode("$<});\n")
                .build();
    }

    /** What the first link hands over, before the result of its own step is added. */
    private CodeBlock beginning() {
        ClassName envelope = JavaNames.envelope(plan.name(), plan.version());
        CodeBlock inputs = ArgumentList.of(plan.input().stream()
                .map(input -> CodeBlock.of("$N", input.name()))
                .toList());
        return EnvelopeGenerator.results(plan).isEmpty()
                ? CodeBlock.of("new $T($L)", envelope, inputs)
                : CodeBlock.of("$T.$L($L)", envelope, EnvelopeGenerator.FACTORY, inputs);
    }

    private MethodSpec runOfOther() {
        LocalScope variables = scope.localsOfLink();
        String chain = variables.helper(WorkflowScope.CHAIN);
        String envelope = variables.helper(WorkflowScope.ENVELOPE);
        return MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.CHAIN, chain)
                .addParameter(JavaNames.envelope(plan.name(), plan.version()), envelope)
                .returns(Object.class)
                .addCode(opened(variables, envelope))
                .addCode(WorkflowParts.telling(scope, variables))
                .addCode("return $L.$L($N, () -> {\n$>", scope.saga(), method(), chain)
                .addCode(new LinkFlowGenerator(scope, CodeBlock.of("$N", envelope)).generate(variables))
                .addCode("$<});\n")
                .build();
    }

    /** What the link uses of what it was handed, as variables of the definition's names. */
    private CodeBlock opened(LocalScope variables, String envelope) {
        CodeBlock.Builder code = CodeBlock.builder();
        link.input()
                .forEach(input -> code.add(
                        "$L$N.$N();\n",
                        variables.bind(input.name(), input.type()).assignment(),
                        envelope,
                        input.name()));
        if (plan.lead() != Lead.CHAIN_AT_ONCE) {
            link.received()
                    .forEach(result -> code.add(
                            "$L$N.$N();\n",
                            variables.bind(result.name(), result.type()).assignment(),
                            envelope,
                            result.name()));
        }
        return code.build();
    }

    private String method() {
        if (plan.lead() == Lead.CHAIN_AT_ONCE) {
            return "atomicAtOnce";
        }
        return plan.answer() == Answer.AFTER_COMPENSATION ? "atomic" : "eventual";
    }
}
