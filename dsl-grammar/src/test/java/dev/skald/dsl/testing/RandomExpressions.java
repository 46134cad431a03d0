package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes expressions as a parser does, whatever they mean. */
final class RandomExpressions {

    private final Chance chance;
    private final RandomNames names;
    private final boolean yaml;

    RandomExpressions(Chance chance, RandomNames names, boolean yaml) {
        this.chance = chance;
        this.names = names;
        this.yaml = yaml;
    }

    /** A value at a place of its own: in YAML also plain text, a mapping or a list. */
    Expression value(int depth) {
        if (yaml && chance.oneIn(2)) {
            return depth == 0
                    ? plain()
                    : chance.oneOf(
                            this::plain,
                            () -> new Expression.Construction(Optional.empty(), arguments(depth - 1), HERE),
                            () -> new Expression.ListLiteral(chance.several(3, () -> value(depth - 1)), HERE));
        }
        return expression(depth);
    }

    private Expression plain() {
        return new Expression.PlainScalar(chance.text(), HERE);
    }

    /** Arguments with names; in {@code .saga} some have none. */
    List<Argument> arguments(int depth) {
        return chance.distinct(3, names::name).stream()
                .map(name -> new Argument(
                        yaml || chance.oneIn(2) ? Optional.of(Chance.name(name)) : Optional.empty(),
                        value(depth),
                        HERE))
                .toList();
    }

    Call call() {
        return new Call(names.qualified(), Chance.name(names.name()), arguments(2), HERE);
    }

    Expression expression(int depth) {
        if (depth == 0) {
            return literal();
        }
        return chance.oneOf(
                this::literal,
                () -> new Expression.Binary(
                        chance.one(List.of(BinaryOperator.values())),
                        expression(depth - 1),
                        expression(depth - 1),
                        HERE),
                () -> new Expression.Not(expression(depth - 1), HERE),
                () -> new Expression.Negation(expression(depth - 1), HERE),
                () -> new Expression.IsPresent(expression(depth - 1), HERE),
                () -> template(depth - 1),
                () -> yaml
                        ? literal()
                        : new Expression.ListLiteral(chance.several(3, () -> expression(depth - 1)), HERE),
                () -> new Expression.Construction(
                        Optional.of(names.qualified()), inExpression().arguments(depth - 1), HERE));
    }

    /** Within an expression there is nothing of YAML. */
    private RandomExpressions inExpression() {
        return new RandomExpressions(chance, names, false);
    }

    private Expression literal() {
        return chance.oneOf(
                this::path,
                this::path,
                () -> new Expression.StringLiteral(chance.text(), HERE),
                () -> new Expression.IntegerLiteral(BigInteger.valueOf(chance.below(1000)), HERE),
                () -> new Expression.DecimalLiteral(BigDecimal.valueOf(chance.below(1000), 2), HERE),
                () -> new Expression.BooleanLiteral(chance.oneIn(2), HERE),
                () -> new Expression.DurationLiteral(chance.duration().value(), HERE),
                () -> new Expression.NoneLiteral(HERE));
    }

    /** A path; {@code none} alone is the absent optional. */
    private Expression path() {
        QualifiedName name = names.qualified();
        return name.text().equals("none") ? new Expression.NoneLiteral(HERE) : new Expression.Path(name);
    }

    private Expression template(int depth) {
        List<Expression> parts = new ArrayList<>();
        for (int index = 0; index <= chance.below(3); index++) {
            chance.maybe(chance::text)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> parts.add(new Expression.StringLiteral(text, HERE)));
            parts.add(inExpression().expression(depth));
        }
        return new Expression.Template(parts, HERE);
    }
}
