package dev.skald.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The Java types of the language's types. */
final class JavaTypes {

    private static final ClassName JSON = ClassName.get("com.fasterxml.jackson.databind", "JsonNode");

    private JavaTypes() {}

    /** The type of a parameter, component or variable. */
    static TypeName of(Type type) {
        if (type instanceof Type.ScalarType scalar) {
            return ofScalar(scalar.scalar());
        }
        if (type instanceof Type.ListType list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
        }
        if (type instanceof Type.MapType map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), boxed(map.value()));
        }
        if (type instanceof Type.OptionalType optional) {
            return ParameterizedTypeName.get(ClassName.get(Optional.class), boxed(optional.inner()));
        }
        if (type instanceof Type.RecordType record) {
            return JavaNames.type(record.name());
        }
        if (type instanceof Type.EnumType enumeration) {
            return JavaNames.type(enumeration.name());
        }
        if (type instanceof Type.JavaType own) {
            return JavaNames.own(own.javaType());
        }
        throw new IllegalStateException(
                "a type that was never resolved has reached the generator: this is a bug in Skald");
    }

    /** The type as a type argument. */
    static TypeName boxed(Type type) {
        return of(type).box();
    }

    /** Whether a value of the type can be missing and still be read as 0 or false. */
    static boolean isPrimitive(Type type) {
        return of(type).isPrimitive();
    }

    /** Whether a value of the type takes the room of two in a method. */
    static boolean isWide(Type type) {
        return of(type).equals(TypeName.LONG) || of(type).equals(TypeName.DOUBLE);
    }

    /** Whether {@code scalar} is the type, or stands anywhere in it. */
    static boolean holds(Type type, Scalar scalar) {
        if (type instanceof Type.ScalarType one) {
            return one.scalar() == scalar;
        }
        if (type instanceof Type.ListType list) {
            return holds(list.element(), scalar);
        }
        if (type instanceof Type.MapType map) {
            return holds(map.value(), scalar);
        }
        return type instanceof Type.OptionalType optional && holds(optional.inner(), scalar);
    }

    private static TypeName ofScalar(Scalar scalar) {
        return switch (scalar) {
            case STRING -> ClassName.get(String.class);
            case BOOL -> TypeName.BOOLEAN;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case DOUBLE -> TypeName.DOUBLE;
            case UUID -> ClassName.get(UUID.class);
            case DATE -> ClassName.get(LocalDate.class);
            case INSTANT -> ClassName.get(Instant.class);
            case DURATION -> ClassName.get(Duration.class);
            case BYTES -> ArrayTypeName.of(TypeName.BYTE);
            case JSON -> JSON;
        };
    }
}
