package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.EnumDefinition;
import javax.lang.model.element.Modifier;

/** Writes an enum that can be read from a wire on which others know more constants. */
final class EnumGenerator {

    private static final String UNRECOGNIZED = "UNRECOGNIZED";

    private EnumGenerator() {}

    static JavaFile generate(EnumDefinition definition) {
        Source source = Source.of(definition.location());
        TypeSpec.Builder type = TypeSpec.enumBuilder(definition.name().simpleName())
                .addJavadoc("Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(EnumGenerator.class))
                .addModifiers(Modifier.PUBLIC);
        definition.constants().forEach(type::addEnumConstant);
        type.addEnumConstant(UNRECOGNIZED, unrecognized()).addMethod(reader(JavaNames.type(definition.name())));
        return JavaFiles.file(definition.name().packageName(), type.build(), source)
                .build();
    }

    private static TypeSpec unrecognized() {
        return TypeSpec.anonymousClassBuilder("")
                .addJavadoc("Stands for every constant that this version does not know.")
                .build();
    }

    private static MethodSpec reader(ClassName type) {
        return MethodSpec.methodBuilder("read")
                .addJavadoc("The constant of that name; {@link #$L} where there is none.", UNRECOGNIZED)
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.JSON_CREATOR)
                        .addMember("mode", "$T.Mode.DELEGATING", RuntimeTypes.JSON_CREATOR)
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "name")
                .returns(type)
                .beginControlFlow("for ($T constant : values())", type)
                .beginControlFlow("if (constant.name().equals(name))")
                .addStatement("return constant")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $L", UNRECOGNIZED)
                .build();
    }
}
