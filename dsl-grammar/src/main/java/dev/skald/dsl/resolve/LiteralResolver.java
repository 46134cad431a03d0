package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.syntax.tree.Expression.BooleanLiteral;
import dev.skald.dsl.syntax.tree.Expression.DecimalLiteral;
import dev.skald.dsl.syntax.tree.Expression.DurationLiteral;
import dev.skald.dsl.syntax.tree.Expression.IntegerLiteral;
import dev.skald.dsl.syntax.tree.Expression.NoneLiteral;
import dev.skald.dsl.syntax.tree.Expression.PlainScalar;
import dev.skald.dsl.syntax.tree.Expression.StringLiteral;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives literals their type: the one that is asked for where it can be, else their own. */
final class LiteralResolver {

    private static final Pattern PATH = Pattern.compile("(\\w+)\\.(\\w+)(\\.\\w+)*");

    private final Scope scope;
    private final MessageTypes messages;
    private final Diagnostics diagnostics;

    LiteralResolver(Scope scope, MessageTypes messages, Diagnostics diagnostics) {
        this.scope = scope;
        this.messages = messages;
        this.diagnostics = diagnostics;
    }

    Expression resolve(dev.skald.dsl.syntax.tree.Expression literal, Optional<Type> asked) {
        Optional<Type> expected = asked.map(Types::withoutOptional);
        if (literal instanceof StringLiteral string) {
            return resolveString(string, expected);
        }
        if (literal instanceof IntegerLiteral integer) {
            return resolveInteger(integer, expected);
        }
        if (literal instanceof DecimalLiteral decimal) {
            return resolveDecimal(decimal, expected);
        }
        if (literal instanceof BooleanLiteral bool) {
            return constant(bool.value(), Scalar.BOOL);
        }
        if (literal instanceof DurationLiteral duration) {
            return constant(duration.value(), Scalar.DURATION);
        }
        if (literal instanceof PlainScalar plain) {
            return resolvePlain(plain, expected);
        }
        if (literal instanceof NoneLiteral none) {
            return resolveNone(none, asked);
        }
        return ExpressionResolver.unresolved();
    }

    /** Text is a string, or the constant that its form writes where a uuid, a date or an instant is asked for. */
    private Expression resolveString(StringLiteral string, Optional<Type> expected) {
        Optional<Scalar> scalar = scalar(expected)
                .filter(asked -> asked == Scalar.UUID || asked == Scalar.DATE || asked == Scalar.INSTANT);
        if (scalar.isEmpty()) {
            return constant(string.value(), Scalar.STRING);
        }
        return LiteralReader.ofString(string.value(), scalar.get())
                .map(value -> constant(value, scalar.get()))
                .orElseGet(() -> unreadable(string.value(), new Type.ScalarType(scalar.get()), string.location()));
    }

    private Expression resolveInteger(IntegerLiteral integer, Optional<Type> expected) {
        Scalar own = integer.value().bitLength() < Integer.SIZE ? Scalar.INT : Scalar.LONG;
        Scalar scalar = scalar(expected).filter(Scalar::isNumber).orElse(own);
        return LiteralReader.ofInteger(integer.value(), scalar)
                .map(value -> constant(value, scalar))
                .orElseGet(() -> outOfRange(integer.value().toString(), scalar, integer.location()));
    }

    private Expression resolveDecimal(DecimalLiteral decimal, Optional<Type> expected) {
        Scalar scalar = scalar(expected).filter(asked -> asked == Scalar.DOUBLE).orElse(Scalar.DECIMAL);
        return LiteralReader.ofDecimal(decimal.value(), scalar)
                .map(value -> constant(value, scalar))
                .orElseGet(() -> outOfRange(decimal.value().toPlainString(), scalar, decimal.location()));
    }

    private Expression resolveNone(NoneLiteral none, Optional<Type> asked) {
        if (asked.isPresent() && asked.get() instanceof Type.OptionalType optional) {
            return new Expression.None(optional);
        }
        if (asked.filter(Conversions::isUnknown).isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            none.location(),
                            asked.map(type -> "`none` stands where a `" + type.text() + "` must be there")
                                    .orElse("nothing here says what is absent with `none`"))
                    .withHelp("`none` is for parameters and fields of an optional type, such as `string?`"));
        }
        return ExpressionResolver.unresolved();
    }

    private Expression resolvePlain(PlainScalar plain, Optional<Type> expected) {
        Type type = expected.orElse(new Type.ScalarType(Scalar.STRING));
        if (isPath(plain.text())) {
            return pathAsText(plain, type);
        }
        if (type instanceof Type.ScalarType scalar) {
            return LiteralReader.ofPlainText(plain.text(), scalar.scalar())
                    .map(value -> constant(value, scalar.scalar()))
                    .orElseGet(() -> unreadable(plain.text(), type, plain.location()));
        }
        if (type instanceof Type.EnumType enumeration) {
            return constantOf(plain, enumeration);
        }
        return Conversions.isUnknown(type)
                ? ExpressionResolver.unresolved()
                : unreadable(plain.text(), type, plain.location());
    }

    /** Whether a text is the path of a value that is there, which nobody means to send as it is. */
    private boolean isPath(String text) {
        Matcher path = PATH.matcher(text);
        return path.matches()
                && scope.find(path.group(1))
                        .flatMap(Binding::type)
                        .map(Types::withoutOptional)
                        .filter(Type.RecordType.class::isInstance)
                        .flatMap(type -> messages.fields((Type.RecordType) type))
                        .filter(fields ->
                                fields.stream().anyMatch(field -> field.name().equals(path.group(2))))
                        .isPresent();
    }

    private Expression pathAsText(PlainScalar plain, Type type) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.TYPE_MISMATCH,
                        plain.location(),
                        "this is the text `" + plain.text() + "`, and not the value of that path")
                .withHelp("the value is written `${" + plain.text() + "}`, and the text, if it is meant, `${\""
                        + plain.text() + "\"}`")
                .withFix(plain.location(), "\"${" + plain.text() + "}\""));
        return new Expression.Unresolved(type);
    }

    private Expression constantOf(PlainScalar plain, Type.EnumType enumeration) {
        List<String> constants = messages.constants(enumeration);
        if (constants.contains(plain.text())) {
            return new Expression.EnumConstant(plain.text(), enumeration);
        }
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                plain.location(),
                "`" + enumeration.text() + "` has no constant `" + plain.text() + "`");
        diagnostics.report(Suggestions.shortList(constants)
                .map(list -> unknown.withHelp("it has " + list))
                .orElse(unknown));
        return new Expression.Unresolved(enumeration);
    }

    private Expression unreadable(String text, Type type, SourceLocation location) {
        Diagnostic mismatch =
                Diagnostic.of(DiagnosticId.TYPE_MISMATCH, location, "`" + text + "` is no `" + type.text() + "`");
        diagnostics.report(scope.find(text)
                .map(value -> "the value of that name is written `${" + text + "}`")
                .or(() -> exampleOf(type).map(example -> "a `" + type.text() + "` is written like `" + example + "`"))
                .map(mismatch::withHelp)
                .orElse(mismatch));
        return new Expression.Unresolved(type);
    }

    private Expression outOfRange(String number, Scalar scalar, SourceLocation location) {
        diagnostics.report(Diagnostic.of(
                DiagnosticId.TYPE_RANGE, location, "`" + number + "` does not fit into `" + scalar.word() + "`"));
        return new Expression.Unresolved(new Type.ScalarType(scalar));
    }

    private static Optional<String> exampleOf(Type type) {
        if (type instanceof Type.RecordType) {
            return Optional.of("{ field: value }");
        }
        if (!(type instanceof Type.ScalarType scalar)) {
            return Optional.empty();
        }
        return switch (scalar.scalar()) {
            case BOOL -> Optional.of("true");
            case INT, LONG -> Optional.of("42");
            case DECIMAL, DOUBLE -> Optional.of("12.50");
            case UUID -> Optional.of("123e4567-e89b-12d3-a456-426614174000");
            case DATE -> Optional.of("2026-05-01");
            case INSTANT -> Optional.of("2026-05-01T10:15:30Z");
            case DURATION -> Optional.of("1h30m");
            case STRING, BYTES, JSON -> Optional.empty();
        };
    }

    private static Expression constant(Object value, Scalar scalar) {
        return new Expression.Literal(value, new Type.ScalarType(scalar));
    }

    private static Optional<Scalar> scalar(Optional<Type> type) {
        return type.filter(Type.ScalarType.class::isInstance).map(known -> ((Type.ScalarType) known).scalar());
    }
}
