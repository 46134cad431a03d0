package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the record that the links of a chain hand on: the saga's input, and the results that later links use. */
final class EnvelopeGenerator {

    /** The method that makes one before any step is done. */
    static final String FACTORY = "of";

    private EnvelopeGenerator() {}

    static JavaFile generate(SagaPlan plan) {
        ClassName name = JavaNames.envelope(plan.name(), plan.version());
        List<Expression.Variable> results = results(plan);
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .recordConstructor(constructor(plan, results))
                .addJavadoc(
                        "What each link of saga {@code $L} hands to the next",
                        plan.name().simpleName())
                .addJavadoc(results.isEmpty() ? ".\n\n" : "; a result is absent until its step is done.\n\n")
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(EnvelopeGenerator.class))
                .addAnnotation(MessageRecords.ignoreUnknown())
                .addModifiers(Modifier.PUBLIC);
        if (!results.isEmpty()) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.JSON_INCLUDE)
                            .addMember("value", "$T.Include.NON_NULL", RuntimeTypes.JSON_INCLUDE)
                            .build())
                    .addMethod(of(plan, name, results));
            results.forEach(result -> type.addMethod(with(plan, name, results, result)));
        }
        return JavaFiles.file(name.packageName(), type.build(), plan.source()).build();
    }

    /** The results that are handed on, in the order of the links. */
    static List<Expression.Variable> results(SagaPlan plan) {
        return plan.workflows().stream()
                .flatMap(link -> Actions.allIn(link.flow(), Action.HandOver.class).stream())
                .flatMap(handOver -> handOver.added().stream())
                .toList();
    }

    /** The method that adds a result. */
    static String with(Expression.Variable result) {
        return "with" + JavaNames.upperCamel(result.name());
    }

    private static MethodSpec constructor(SagaPlan plan, List<Expression.Variable> results) {
        return MethodSpec.constructorBuilder()
                .addParameters(
                        plan.input().stream().map(MessageRecords::component).toList())
                .addParameters(results.stream()
                        .map(result -> ParameterSpec.builder(JavaTypes.boxed(result.type()), result.name())
                                .build())
                        .toList())
                .build();
    }

    private static MethodSpec of(SagaPlan plan, ClassName name, List<Expression.Variable> results) {
        List<CodeBlock> arguments = new ArrayList<>(inputs(plan).toList());
        results.forEach(result -> arguments.add(CodeBlock.of("null")));
        return MethodSpec.methodBuilder(FACTORY)
                .addJavadoc("What the first link begins with.")
                .addModifiers(Modifier.STATIC)
                .addParameters(SagaMethods.parameters(plan))
                .returns(name)
                .addCode("return new $T($L);\n", name, ArgumentList.of(arguments))
                .build();
    }

    private static MethodSpec with(
            SagaPlan plan, ClassName name, List<Expression.Variable> results, Expression.Variable added) {
        TypeName type = JavaTypes.of(added.type());
        Stream<CodeBlock> others = results.stream().map(result -> CodeBlock.of("$N", result.name()));
        return MethodSpec.methodBuilder(with(added))
                .addJavadoc("The same, with that result.")
                .addParameter(type, added.name())
                .returns(name)
                .addCode(
                        "return new $T($L);\n",
                        name,
                        ArgumentList.of(Stream.concat(inputs(plan), others).toList()))
                .build();
    }

    private static Stream<CodeBlock> inputs(SagaPlan plan) {
        return plan.input().stream().map(Field::name).map(input -> CodeBlock.of("$N", input));
    }
}
