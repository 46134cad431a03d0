package dev.skald.codegen.java;

import com.palantir.javapoet.FieldSpec;
import javax.lang.model.element.Modifier;

/** Writes what Java asks of every exception. */
final class SerialVersion {

    private SerialVersion() {}

    static FieldSpec field() {
        return FieldSpec.builder(long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("1L")
                .build();
    }
}
