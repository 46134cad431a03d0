package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.List;

/** Makes types and fields as a parser does, whatever they mean. */
final class RandomTypes {

    private final Chance chance;
    private final RandomNames names;

    RandomTypes(Chance chance, RandomNames names) {
        this.chance = chance;
        this.names = names;
    }

    TypeName type(int depth) {
        TypeName bare = depth == 0
                ? new TypeName.Named(names.qualified())
                : chance.oneOf(
                        () -> new TypeName.Named(names.qualified()),
                        () -> new TypeName.ListOf(type(depth - 1), HERE),
                        () -> new TypeName.MapOf(type(depth - 1), type(depth - 1), HERE));
        return chance.oneIn(3) ? new TypeName.OptionalOf(bare, HERE) : bare;
    }

    List<Field> fields(boolean sensitive) {
        return chance.distinct(6, names::name).stream()
                .map(name -> new Field(Chance.name(name), type(2), sensitive && chance.oneIn(4), HERE))
                .toList();
    }
}
