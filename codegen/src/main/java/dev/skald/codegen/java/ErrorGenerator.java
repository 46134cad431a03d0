package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.plan.Source;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Field;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the exception of a business error. */
final class ErrorGenerator {

    /** The record of an error's fields. */
    static final String FIELDS = "Fields";

    private ErrorGenerator() {}

    static JavaFile generate(ErrorDefinition definition) {
        Source source = Source.of(definition.location());
        ClassName name = JavaNames.type(definition.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .superclass(RuntimeTypes.DECLARED_ERROR)
                .addJavadoc("A business error: by it a participant refuses a request, ")
                .addJavadoc("and says that nothing has happened.\n\n")
                .addJavadoc("<p>Source: $L.", Comments.javadoc(source.toString()))
                .addAnnotation(JavaFiles.generatedBy(ErrorGenerator.class))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(wireForm(definition, name))
                .addField(SerialVersion.field())
                .addField(fieldsField(name))
                .addMethod(constructor(definition.fields()))
                .addMethod(constructorOfFields(name));
        definition.fields().forEach(field -> type.addMethod(accessor(field)));
        type.addType(fieldsRecord(definition.fields()));
        return JavaFiles.file(name.packageName(), type.build(), source).build();
    }

    private static FieldSpec wireForm(ErrorDefinition definition, ClassName name) {
        String beginning = "    public static final ErrorType<" + name.simpleName() + "> TYPE = ErrorType.of(";
        CodeBlock arguments = ArgumentList.behind(
                beginning,
                List.of(
                        CodeBlock.of("$S", definition.name().qualified()),
                        CodeBlock.of("$T.class", name.nestedClass(FIELDS)),
                        CodeBlock.of("$T::new", name)));
        return FieldSpec.builder(ParameterizedTypeName.get(RuntimeTypes.ERROR_TYPE, name), "TYPE")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("How this error crosses the wire.")
                .initializer("$T.of($L)", RuntimeTypes.ERROR_TYPE, arguments)
                .build();
    }

    private static FieldSpec fieldsField(ClassName name) {
        return FieldSpec.builder(
                        name.nestedClass(FIELDS), "fields", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
                .build();
    }

    private static MethodSpec constructor(List<Field> fields) {
        List<CodeBlock> arguments =
                fields.stream().map(field -> CodeBlock.of("$N", field.name())).toList();
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameters(fields.stream()
                        .map(field -> ParameterSpec.builder(JavaTypes.of(field.type()), field.name())
                                .build())
                        .toList())
                .addCode("this(new $L($L));\n", FIELDS, ArgumentList.of(arguments))
                .build();
    }

    private static MethodSpec constructorOfFields(ClassName name) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name.nestedClass(FIELDS), "fields")
                .addStatement("super(TYPE, fields)")
                .addStatement("this.fields = fields")
                .build();
    }

    private static MethodSpec accessor(Field field) {
        return MethodSpec.methodBuilder(field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.of(field.type()))
                .addStatement("return fields.$N()", field.name())
                .build();
    }

    private static TypeSpec fieldsRecord(List<Field> fields) {
        return MessageRecords.record(FIELDS, fields)
                .addJavadoc("The error's fields as they cross the wire.")
                .addAnnotation(MessageRecords.ignoreUnknown())
                .addModifiers(Modifier.PUBLIC)
                .build();
    }
}
