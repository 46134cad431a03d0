package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.format.saga.TypePrinter;
import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values of the types that are asked for, of what a scope has and of constants. */
final class SoundValues {

    private final Chance chance;
    private final Map<String, Declaration> declared;

    /** Makes values of scalars, and of the records and enums that are declared under a name. */
    SoundValues(Chance chance, Map<String, Declaration> declared) {
        this.chance = chance;
        this.declared = declared;
    }

    /** Arguments for parameters, each with its name. */
    List<Argument> arguments(List<Field> parameters, Map<String, TypeName> scope) {
        return parameters.stream()
                .map(parameter -> new Argument(
                        Optional.of(Chance.name(parameter.name().text())), value(parameter.type(), scope, 2), HERE))
                .toList();
    }

    /** A value of a type. */
    Expression value(TypeName type, Map<String, TypeName> scope, int depth) {
        List<QualifiedName> paths = paths(type, scope);
        return !paths.isEmpty() && !chance.oneIn(4)
                ? new Expression.Path(chance.one(paths))
                : constant(type, scope, depth);
    }

    /** A condition. */
    Expression condition(Map<String, TypeName> scope) {
        BinaryOperator operator = chance.one(List.of(BinaryOperator.LESS, BinaryOperator.EQUAL));
        Expression comparison = new Expression.Binary(operator, value(named("int"), scope, 0), integer(), HERE);
        return chance.oneIn(3) ? new Expression.Not(comparison, HERE) : comparison;
    }

    /** What is called in the scope, or is a field of that, and has the type. */
    List<QualifiedName> paths(TypeName type, Map<String, TypeName> scope) {
        List<QualifiedName> paths = new ArrayList<>();
        scope.forEach((name, known) -> {
            QualifiedName whole = Chance.qualified(name);
            if (isSame(known, type)) {
                paths.add(whole);
            }
            fields(known).stream()
                    .filter(field -> isSame(field.type(), type))
                    .map(field -> new QualifiedName(
                            List.of(Chance.name(name), Chance.name(field.name().text()))))
                    .forEach(paths::add);
        });
        return paths;
    }

    private List<Field> fields(TypeName type) {
        return type instanceof TypeName.Named named
                        && declared.get(named.name().text()) instanceof Declaration.Record record
                ? record.fields()
                : List.of();
    }

    private static boolean isSame(TypeName one, TypeName other) {
        return TypePrinter.text(one).equals(TypePrinter.text(other));
    }

    static TypeName named(String name) {
        return new TypeName.Named(Chance.qualified(name));
    }

    private Expression constant(TypeName type, Map<String, TypeName> scope, int depth) {
        if (type instanceof TypeName.OptionalOf optional) {
            return chance.oneIn(2) ? new Expression.NoneLiteral(HERE) : value(optional.inner(), scope, depth);
        }
        if (type instanceof TypeName.ListOf list) {
            return new Expression.ListLiteral(
                    chance.several(depth, () -> value(list.element(), scope, depth - 1)), HERE);
        }
        String name = TypePrinter.text(type);
        Declaration declaration = declared.get(name);
        if (declaration instanceof Declaration.Record record) {
            return new Expression.Construction(
                    Optional.of(Chance.qualified(name)),
                    record.fields().stream()
                            .map(field -> new Argument(
                                    Optional.of(Chance.name(field.name().text())),
                                    value(field.type(), scope, Math.max(0, depth - 1)),
                                    HERE))
                            .toList(),
                    HERE);
        }
        if (declaration instanceof Declaration.Enumeration enumeration) {
            Name constant = chance.one(enumeration.constants());
            return new Expression.Path(new QualifiedName(List.of(Chance.name(name), constant)));
        }
        return scalar(name, scope);
    }

    private Expression scalar(String name, Map<String, TypeName> scope) {
        return switch (name) {
            case "string" -> string(scope);
            case "int", "long" -> chance.oneIn(3) ? sum(name, scope) : integer();
            case "decimal", "double" -> new Expression.DecimalLiteral(BigDecimal.valueOf(chance.below(1000), 2), HERE);
            case "bool" -> chance.oneIn(2) ? condition(scope) : new Expression.BooleanLiteral(chance.oneIn(2), HERE);
            case "uuid" -> new Expression.StringLiteral("123e4567-e89b-12d3-a456-426614174000", HERE);
            case "date" -> new Expression.StringLiteral("2026-05-01", HERE);
            case "instant" -> new Expression.StringLiteral("2026-05-01T10:15:30Z", HERE);
            case "duration" -> new Expression.DurationLiteral(Duration.ofSeconds(1 + chance.below(5000)), HERE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Expression integer() {
        return new Expression.IntegerLiteral(BigInteger.valueOf(chance.below(100)), HERE);
    }

    private Expression sum(String type, Map<String, TypeName> scope) {
        List<QualifiedName> paths = paths(named(type), scope);
        return paths.isEmpty()
                ? integer()
                : new Expression.Binary(
                        chance.one(List.of(BinaryOperator.PLUS, BinaryOperator.TIMES)),
                        new Expression.Path(chance.one(paths)),
                        integer(),
                        HERE);
    }

    private Expression string(Map<String, TypeName> scope) {
        List<QualifiedName> paths = paths(named("string"), scope);
        return paths.isEmpty() || chance.oneIn(2)
                ? new Expression.StringLiteral(chance.text(), HERE)
                : new Expression.Template(
                        List.of(
                                new Expression.StringLiteral("a " + chance.text() + " ", HERE),
                                new Expression.Path(chance.one(paths))),
                        HERE);
    }
}
