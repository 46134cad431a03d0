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

    /** How a message writes {@code type} beside {@code other}: with packages where both would look the same. */
    static String text(Type type, Type other) {
        boolean looksTheSame =
                withoutOptional(type).text().equals(withoutOptional(other).text());
        return looksTheSame && !withoutOptional(type).equals(withoutOptional(other)) ? textInFull(type) : type.text();
    }

    /** That a value of {@code actual} stands where {@code place} asks for {@code expected}. */
    static Diagnostic mismatch(SourceLocation location, Type actual, Type expected, String place) {
        Diagnostic mismatch = Diagnostic.of(
                DiagnosticId.TYPE_MISMATCH,
                location,
                place + " takes `" + text(expected, actual) + "`, and this is `" + text(actual, expected) + "`");
        return actual instanceof Type.OptionalType optional && optional.inner().equals(expected)
                ? mismatch.withHelp("it may be absent; say what is used then, with `??`")
                : mismatch;
    }

    private static String textInFull(Type type) {
        if (type instanceof Type.ListType list) {
            return "list<" + textInFull(list.element()) + ">";
        }
        if (type instanceof Type.MapType map) {
            return "map<string, " + textInFull(map.value()) + ">";
        }
        if (type instanceof Type.OptionalType optional) {
            return textInFull(optional.inner()) + "?";
        }
        if (type instanceof Type.RecordType message) {
            return message.name().qualified();
        }
        return type instanceof Type.EnumType enumeration ? enumeration.name().qualified() : type.text();
    }
}
