package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.util.List;
import java.util.Optional;

/** Finds meaning and type of the expressions of one saga. */
final class ExpressionResolver {

    private static final Type STRING = new Type.ScalarType(Scalar.STRING);
    private static final Type BOOL = new Type.ScalarType(Scalar.BOOL);
    private static final Type UNKNOWN = new Type.UnknownType();

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final PathResolver paths;
    private final LiteralResolver literals;
    private final OperatorResolver operators;
    private final ConstructionResolver constructions;

    ExpressionResolver(Scope scope, MessageTypes messages, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.paths = new PathResolver(scope, messages, diagnostics);
        this.literals = new LiteralResolver(scope, messages, diagnostics);
        this.operators = new OperatorResolver(diagnostics);
        this.constructions = new ConstructionResolver(messages, this, diagnostics);
    }

    Scope scope() {
        return scope;
    }

    /**
     * The value as one of {@code expected}; reported where it is none.
     *
     * @param place what asks for it, in backticks or in words, as a message names it
     */
    Expression resolve(
            dev.skald.dsl.syntax.tree.Expression expression, Type expected, String place, Availability availability) {
        Expression value = resolve(expression, Optional.of(expected), availability);
        return Conversions.convert(value, expected).orElseGet(() -> mismatch(expression, value, expected, place));
    }

    /** The value with whatever type it has. */
    Expression resolve(dev.skald.dsl.syntax.tree.Expression expression, Availability availability) {
        return resolve(expression, Optional.empty(), availability);
    }

    private Expression resolve(
            dev.skald.dsl.syntax.tree.Expression expression, Optional<Type> expected, Availability availability) {
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Path path) {
            return paths.resolve(path, availability);
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Construction construction) {
            return constructions.resolve(construction, expected, availability);
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Template template) {
            return resolveTemplate(template, availability);
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.ListLiteral list) {
            return resolveList(list, expected, availability);
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Binary binary) {
            Expression left = resolve(binary.left(), availability);
            // a literal on the right is read as what stands on the left
            return operators.binary(binary, left, right(binary, left.type(), availability));
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Not not) {
            return new Expression.Not(resolve(not.operand(), BOOL, "`not`", availability), BOOL);
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.Negation negation) {
            return operators.negation(negation, resolve(negation.operand(), expected, availability));
        }
        if (expression instanceof dev.skald.dsl.syntax.tree.Expression.IsPresent isPresent) {
            return operators.isPresent(isPresent, resolve(isPresent.operand(), availability));
        }
        return literals.resolve(expression, expected);
    }

    /** The right operand, which is asked for only where the left one lets it be. */
    private Expression right(dev.skald.dsl.syntax.tree.Expression.Binary binary, Type left, Availability availability) {
        scope.enter();
        scope.present(Presence.onTheRight(binary));
        Expression right = resolve(binary.right(), Optional.of(left), availability);
        scope.leave();
        return right;
    }

    private Expression resolveTemplate(
            dev.skald.dsl.syntax.tree.Expression.Template template, Availability availability) {
        List<Expression> parts = template.parts().stream()
                .map(part -> resolveTemplatePart(part, availability))
                .toList();
        return new Expression.Template(parts, STRING);
    }

    private Expression resolveTemplatePart(dev.skald.dsl.syntax.tree.Expression part, Availability availability) {
        Expression value = resolve(part, availability);
        if (!Conversions.isUnknown(value.type()) && !hasText(value.type())) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            part.location(),
                            "a value of type `" + value.type().text() + "` has no text of its own")
                    .withHelp(
                            value.type() instanceof Type.OptionalType
                                    ? "it may be absent: ask with `is present` first, or say what is used then, with `??`"
                                    : "a template takes scalars (but `bytes` and `json`) and enums"));
        }
        return value;
    }

    private static boolean hasText(Type type) {
        return type instanceof Type.EnumType
                || (type instanceof Type.ScalarType scalar
                        && scalar.scalar() != Scalar.BYTES
                        && scalar.scalar() != Scalar.JSON);
    }

    private Expression resolveList(
            dev.skald.dsl.syntax.tree.Expression.ListLiteral list, Optional<Type> expected, Availability availability) {
        Optional<Type> elementType = expected.map(Types::withoutOptional)
                .filter(Type.ListType.class::isInstance)
                .map(type -> ((Type.ListType) type).element());
        if (elementType.isPresent()) {
            return listOf(list, elementType.get(), availability);
        }
        if (list.elements().isEmpty()) {
            if (expected.filter(Conversions::isUnknown).isEmpty()) {
                diagnostics.report(Diagnostic.of(
                        DiagnosticId.TYPE_MISMATCH,
                        list.location(),
                        expected.map(type -> "an empty list stands where `" + type.text() + "` is asked for")
                                .orElse("nothing here says what the empty list is a list of")));
            }
            return unresolved();
        }
        Type first = resolve(list.elements().get(0), availability).type();
        return listOf(list, first, availability);
    }

    private Expression listOf(
            dev.skald.dsl.syntax.tree.Expression.ListLiteral list, Type element, Availability availability) {
        List<Expression> elements = list.elements().stream()
                .map(value -> resolve(value, element, "the list", availability))
                .toList();
        return new Expression.ListOf(elements, new Type.ListType(element));
    }

    private Expression mismatch(
            dev.skald.dsl.syntax.tree.Expression expression, Expression value, Type expected, String place) {
        diagnostics.report(Types.mismatch(expression.location(), value.type(), expected, place));
        return new Expression.Unresolved(expected);
    }

    /** Which results of steps a place may use. */
    enum Availability {
        /** Those of the steps before it: what is called forward. */
        BEFORE,
        /** Any: what is called later, as an undo is; the rules say which of them are there then. */
        ANY
    }

    /** A value that could not be resolved, at a place that is reported already. */
    static Expression unresolved() {
        return new Expression.Unresolved(UNKNOWN);
    }
}
