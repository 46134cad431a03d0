package dev.skald.dsl.model;

import dev.skald.dsl.language.BinaryOperator;
import java.util.List;

/** A value, typed. Conversions are explicit, so that a generator writes what it reads. */
public sealed interface Expression {

    /** The type of its value. */
    Type type();

    /**
     * A name that a saga binds.
     *
     * @param name the variable's name: as the definition binds it, or as {@link Statement.Carried} calls it
     * @param origin what binds it
     * @param type of its value
     */
    record Variable(String name, Origin origin, Type type) implements Expression {

        /** What binds a variable. */
        public enum Origin {
            /** A parameter of the saga. */
            INPUT,
            /** The result of the step, event or sub-saga of that name, or of those of a block. */
            STEP,
            /** The item of the loop's round. */
            ITEM,
            /** The result of a step that is not there at this place: only an undo is resolved with one. */
            MISSING
        }
    }

    /** A field of a record's value. */
    record FieldAccess(Expression target, String field, Type type) implements Expression {}

    /** {@code size} of a list or map. */
    record Size(Expression target, Type type) implements Expression {}

    /**
     * A constant of a scalar type.
     *
     * @param value a {@link String}, {@link Boolean}, {@link Integer}, {@link Long}, {@link Double},
     *     {@link java.math.BigDecimal}, {@link java.util.UUID}, {@link java.time.LocalDate}, {@link java.time.Instant}
     *     or {@link java.time.Duration}
     */
    record Literal(Object value, Type type) implements Expression {}

    /** A constant of an enum. */
    record EnumConstant(String constant, Type type) implements Expression {}

    /** The absent optional. */
    record None(Type type) implements Expression {}

    /** The value of an optional that is known to be present here. */
    record Narrowed(Expression value, Type type) implements Expression {}

    /** A value where an optional of its type is asked for. */
    record Present(Expression value, Type type) implements Expression {}

    /** A number where a wider one is asked for: int to long, decimal or double, long to decimal. */
    record Widened(Expression value, Type type) implements Expression {}

    /** A list of values. */
    record ListOf(List<Expression> elements, Type type) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** A new record; one argument for each of its fields, in their order. */
    record Construction(List<Argument> arguments, Type type) implements Expression {
        public Construction {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call of a pure function of the user's; one argument for each of its parameters, in their order. */
    record FunctionCall(ExternFunction function, List<Argument> arguments, Type type) implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** Text made of parts. */
    record Template(List<Expression> parts, Type type) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** Two operands of one type (but for {@code ??}) and what is between them. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Type type) implements Expression {}

    /** {@code not x}. */
    record Not(Expression operand, Type type) implements Expression {}

    /** {@code -x}. */
    record Negation(Expression operand, Type type) implements Expression {}

    /** {@code x is present}. */
    record IsPresent(Expression operand, Type type) implements Expression {}

    /** What could not be resolved; reported already. */
    record Unresolved(Type type) implements Expression {}
}
