package dev.skald.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes records that cross the wire. They ignore what they do not know, refuse what is missing, and copy what could be
 * changed behind their back.
 */
final class MessageRecords {

    private static final String MASK = "***";

    private MessageRecords() {}

    /** A record of these fields, not yet public, annotated or documented. */
    static TypeSpec.Builder record(String name, List<Field> fields) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(name).recordConstructor(constructor(fields));
        if (fields.stream().anyMatch(Field::sensitive)) {
            type.addMethod(maskedText(name, fields));
        }
        return type;
    }

    /** As the text that every record has, but that what is sensitive is left out: texts end up in logs. */
    private static MethodSpec maskedText(String name, List<Field> fields) {
        CodeBlock.Builder text = CodeBlock.builder().add("return $>$>");
        String before = name + "[";
        for (Field field : fields) {
            String label = before + field.name() + "=";
            if (field.sensitive()) {
                text.add("$S\n+ ", label + MASK);
            } else {
                text.add("$S + $N\n+ ", label, field.name());
            }
            before = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addJavadoc("Shows no value of a field that the definition calls sensitive.")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(text.add("$S;\n$<$<", "]").build())
                .build();
    }

    /** What makes Jackson ignore the fields that a record does not have. */
    static AnnotationSpec ignoreUnknown() {
        return AnnotationSpec.builder(RuntimeTypes.JSON_IGNORE_PROPERTIES)
                .addMember("ignoreUnknown", "true")
                .build();
    }

    private static MethodSpec constructor(List<Field> fields) {
        CodeBlock body = fields.stream()
                .map(MessageRecords::check)
                .filter(check -> !check.isEmpty())
                .collect(CodeBlock.joining(""));
        MethodSpec.Builder constructor =
                body.isEmpty() ? MethodSpec.constructorBuilder() : MethodSpec.compactConstructorBuilder();
        return constructor
                .addModifiers(Modifier.PUBLIC)
                .addParameters(fields.stream().map(MessageRecords::component).toList())
                .addCode(body)
                .build();
    }

    /** The component of a field. */
    static ParameterSpec component(Field field) {
        ParameterSpec.Builder component = ParameterSpec.builder(JavaTypes.of(field.type()), field.name());
        if (JavaTypes.isPrimitive(field.type())) {
            component.addAnnotation(RuntimeTypes.REQUIRED);
        }
        if (JavaTypes.holds(field.type(), Scalar.DURATION)) {
            component.addAnnotation(AnnotationSpec.builder(RuntimeTypes.JSON_FORMAT)
                    .addMember("shape", "$T.Shape.STRING", RuntimeTypes.JSON_FORMAT)
                    .build());
        }
        return component.build();
    }

    private static CodeBlock check(Field field) {
        if (JavaTypes.isPrimitive(field.type())) {
            return CodeBlock.of("");
        }
        CodeBlock present = CodeBlock.of("$T.requireNonNull($N, $S)", Objects.class, field.name(), field.name());
        if (field.type() instanceof Type.OptionalType) {
            return CodeBlock.of(
                    "$N = $T.requireNonNullElse($N, $T.empty());\n",
                    field.name(),
                    Objects.class,
                    field.name(),
                    Optional.class);
        }
        if (field.type() instanceof Type.ListType) {
            return CodeBlock.of("$N = $T.copyOf($L);\n", field.name(), List.class, present);
        }
        if (field.type() instanceof Type.MapType) {
            return copiedInOrder(field, present);
        }
        return CodeBlock.of("$L;\n", present);
    }

    /**
     * {@link java.util.Map#copyOf} iterates in another order in each virtual machine, which is no good in workflows.
     */
    private static CodeBlock copiedInOrder(Field field, CodeBlock present) {
        return CodeBlock.of(
                "$N = $T.unmodifiableMap(new $T<>($L));\n",
                field.name(),
                Collections.class,
                LinkedHashMap.class,
                present);
    }
}
