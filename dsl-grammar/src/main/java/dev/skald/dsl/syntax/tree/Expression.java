package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.BinaryOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A value as it is written. */
public sealed interface Expression {

    /** The whole expression. */
    SourceLocation location();

    /** {@code order.items.size}, or an enum's constant. */
    record Path(QualifiedName name) implements Expression {
        @Override
        public SourceLocation location() {
            return name.location();
        }
    }

    /** A string without templates. */
    record StringLiteral(String value, SourceLocation location) implements Expression {}

    /** A string with {@code ${…}} in it; its plain parts are {@link StringLiteral}s. */
    record Template(List<Expression> parts, SourceLocation location) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** A whole number, without sign. */
    record IntegerLiteral(BigInteger value, SourceLocation location) implements Expression {}

    /** A number with a point, without sign. */
    record DecimalLiteral(BigDecimal value, SourceLocation location) implements Expression {}

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, SourceLocation location) implements Expression {}

    /** {@code 10s}. */
    record DurationLiteral(Duration value, SourceLocation location) implements Expression {}

    /** {@code none}, the absent optional. */
    record NoneLiteral(SourceLocation location) implements Expression {}

    /** {@code [a, b]}. */
    record ListLiteral(List<Expression> elements, SourceLocation location) implements Expression {
        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** A YAML scalar without {@code ${…}}: text that the type expected at its place makes a value of. */
    record PlainScalar(String text, SourceLocation location) implements Expression {}

    /**
     * Construction of a record, or a call of an extern function.
     *
     * @param name whose; empty where the place's own type is meant (a YAML mapping)
     * @param arguments in the order written
     */
    record Construction(Optional<QualifiedName> name, List<Argument> arguments, SourceLocation location)
            implements Expression {
        public Construction {
            arguments = List.copyOf(arguments);
        }
    }

    /** Two operands and what is between them. */
    record Binary(BinaryOperator operator, Expression left, Expression right, SourceLocation location)
            implements Expression {}

    /** {@code not x}. */
    record Not(Expression operand, SourceLocation location) implements Expression {}

    /** {@code -x}. */
    record Negation(Expression operand, SourceLocation location) implements Expression {}

    /** {@code x is present}. */
    record IsPresent(Expression operand, SourceLocation location) implements Expression {}

    /** Unreadable; already reported. */
    record Broken(SourceLocation location) implements Expression {}
}
