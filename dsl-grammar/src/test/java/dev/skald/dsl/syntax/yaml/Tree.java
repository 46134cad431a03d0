package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds trees by hand, all in one place, and compares them without regard to places. */
final class Tree {

    /** Stands for every place. */
    static final SourceLocation HERE = Yaml.at(1, 1, 1);

    private Tree() {}

    /** A tree as text, its places left out: equal for trees that say the same. */
    static String said(Object tree) {
        return tree.toString().replaceAll(Yaml.FILE + ":[0-9]+:[0-9]+", "here");
    }

    static Name name(String text) {
        return new Name(text, HERE);
    }

    static QualifiedName qualified(String text) {
        return new QualifiedName(
                Arrays.stream(text.split("\\.", -1)).map(Tree::name).toList());
    }

    static Text text(String value) {
        return new Text(value, HERE);
    }

    static <T> Located<T> located(T value) {
        return new Located<>(value, HERE);
    }

    static TypeName type(String name) {
        return new TypeName.Named(qualified(name));
    }

    static Field field(String name, TypeName type) {
        return new Field(name(name), type, false, HERE);
    }

    static Expression path(String text) {
        return new Expression.Path(qualified(text));
    }

    static Expression plain(String text) {
        return new Expression.PlainScalar(text, HERE);
    }

    static Argument argument(String name, Expression value) {
        return new Argument(Optional.of(name(name)), value, HERE);
    }

    static Call call(String participant, String operation, Argument... arguments) {
        return new Call(qualified(participant), name(operation), List.of(arguments), HERE);
    }
}
