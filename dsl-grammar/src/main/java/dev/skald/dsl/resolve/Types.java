package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.Type;

/** Questions about types, and the one way to say that they do not fit. */
final class Types {

    private Types() {}

    /** The type that is there when the optional is. */
    static Type withoutOptional(Type type) {
        return type instanceof Type.OptionalType optional ? optional.inner() : type;
    }

    /** That a value of {@code actual} stands where {@code place} asks for {@code expected}. */
    static Diagnostic mismatch(SourceLocation location, Type actual, Type expected, String place) {
        Diagnostic mismatch = Diagnostic.of(
                DiagnosticId.TYPE_MISMATCH,
                location,
                place + " takes `" + expected.text() + "`, and this is `" + actual.text() + "`");
        return actual instanceof Type.OptionalType optional && optional.inner().equals(expected)
                ? mismatch.withHelp("it may be absent; say what is used then, with `??`")
                : mismatch;
    }
}
