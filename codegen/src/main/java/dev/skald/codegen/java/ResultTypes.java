package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.skald.dsl.model.Type;

/** Writes what tells the runtime which type a result is to be read as. */
final class ResultTypes {

    private ResultTypes() {}

    /** The class, or where that does not say it all, a token of the whole type. */
    static CodeBlock of(Type type) {
        TypeName boxed = JavaTypes.boxed(type);
        return boxed instanceof ParameterizedTypeName
                ? CodeBlock.of("new $T<$T>() {}", RuntimeTypes.RESULT_TYPE, boxed)
                : CodeBlock.of("$T.class", boxed);
    }
}
