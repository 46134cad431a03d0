package dev.skald.dsl.format.saga;

import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/** Prints types, and the fields and parameters that have them; both notations write types alike. */
public final class TypePrinter {

    private TypePrinter() {}

    /**
     * A type as it is written.
     *
     * @throws IllegalArgumentException where it could not be read
     */
    public static String text(TypeName type) {
        if (type instanceof TypeName.Named named) {
            return named.name().text();
        }
        if (type instanceof TypeName.ListOf list) {
            return "list<" + text(list.element()) + ">";
        }
        if (type instanceof TypeName.MapOf map) {
            return "map<" + text(map.key()) + ", " + text(map.value()) + ">";
        }
        if (type instanceof TypeName.OptionalOf optional) {
            return text(optional.inner()) + "?";
        }
        throw new IllegalArgumentException("a type could not be read");
    }

    static String field(Field field) {
        return field.name().text() + ": " + text(field.type()) + (field.sensitive() ? " sensitive" : "");
    }

    static String parameters(List<Field> parameters) {
        return parameters.stream().map(TypePrinter::field).collect(Collectors.joining(", ", "(", ")"));
    }
}
