package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.StateMachine.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the enum of a saga's states. */
final class StateGenerator {

    private StateGenerator() {}

    static JavaFile generate(SagaPlan plan) {
        ClassName name = JavaNames.state(plan.name(), plan.version());
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addSuperinterface(RuntimeTypes.STATE)
                .addJavadoc(
                        "The states of saga {@code $L}, and what may follow each.\n\n",
                        plan.name().simpleName())
                .addJavadoc(SagaHeadline.of(plan))
                .addAnnotation(JavaFiles.generatedBy(StateGenerator.class))
                .addModifiers(Modifier.PUBLIC);
        plan.states().states().forEach(state -> addConstant(type, state));
        if (plan.states().states().stream().anyMatch(state -> state.label().isPresent())) {
            type.addMethod(label(plan.states().states()));
        }
        type.addMethod(successors(name, plan.states().states()));
        return JavaFiles.file(name.packageName(), type.build(), plan.source()).build();
    }

    private static void addConstant(TypeSpec.Builder type, State state) {
        if (state.label().isPresent()) {
            TypeSpec labelled = TypeSpec.anonymousClassBuilder("")
                    .addJavadoc("$L", Comments.javadoc(state.label().get()))
                    .build();
            type.addEnumConstant(state.name(), labelled);
        } else {
            type.addEnumConstant(state.name());
        }
    }

    private static MethodSpec label(List<State> states) {
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (this) {\n").indent();
        states.forEach(state ->
                state.label().ifPresent(label -> cases.add("case $N -> $L;\n", state.name(), Literals.string(label))));
        return MethodSpec.methodBuilder("label")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(
                        cases.add("default -> name();\n").unindent().add("};\n").build())
                .build();
    }

    private static MethodSpec successors(ClassName name, List<State> states) {
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (this) {\n").indent();
        states.stream()
                .filter(state -> !state.successors().isEmpty())
                .map(StateGenerator::successors)
                .forEach(cases::add);
        cases.add("case $L -> $T.noneOf($T.class);\n", ends(states), EnumSet.class, name);
        return MethodSpec.methodBuilder("successors")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Set.class), name))
                .addCode(cases.unindent().add("};\n").build())
                .build();
    }

    private static CodeBlock successors(State state) {
        String beginning = "            case " + state.name() + " -> EnumSet.of(";
        CodeBlock names = ArgumentList.behind(beginning, names(state.successors().stream()));
        return CodeBlock.of("case $N -> $T.of($L);\n", state.name(), EnumSet.class, names);
    }

    private static CodeBlock ends(List<State> states) {
        Stream<String> ends =
                states.stream().filter(state -> state.successors().isEmpty()).map(State::name);
        return CodeBlock.join(names(ends), ", ");
    }

    private static List<CodeBlock> names(Stream<String> names) {
        return names.map(name -> CodeBlock.of("$N", name)).toList();
    }
}
