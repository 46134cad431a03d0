package dev.skald.dsl.format.convert;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.Arrays;
import java.util.Optional;

/**
 * The type that a place asks for.
 *
 * @param type as written
 * @param home the file in which its names mean something
 */
record Asked(TypeName type, DefinitionFile home) {

    Asked withoutOptional() {
        return type instanceof TypeName.OptionalOf optional ? new Asked(optional.inner(), home) : this;
    }

    /** The type of the elements, where a list is asked for. */
    Optional<Asked> element() {
        return withoutOptional().type() instanceof TypeName.ListOf list
                ? Optional.of(new Asked(list.element(), home))
                : Optional.empty();
    }

    /** The scalar that is asked for, where it is one. */
    Optional<Scalar> scalar() {
        return withoutOptional().type() instanceof TypeName.Named named
                ? Arrays.stream(Scalar.values())
                        .filter(scalar -> scalar.word().equals(named.name().text()))
                        .findFirst()
                : Optional.empty();
    }
}
