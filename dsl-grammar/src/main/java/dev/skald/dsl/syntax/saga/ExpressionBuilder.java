package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.syntax.saga.SagaParser.ArgumentContext;
import dev.skald.dsl.syntax.saga.SagaParser.ArgumentsContext;
import dev.skald.dsl.syntax.saga.SagaParser.CallContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConditionContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConjunctionContext;
import dev.skald.dsl.syntax.saga.SagaParser.DecimalContext;
import dev.skald.dsl.syntax.saga.SagaParser.DisjunctionContext;
import dev.skald.dsl.syntax.saga.SagaParser.DurationLiteralContext;
import dev.skald.dsl.syntax.saga.SagaParser.ElementContext;
import dev.skald.dsl.syntax.saga.SagaParser.EmbeddedContext;
import dev.skald.dsl.syntax.saga.SagaParser.EqualityContext;
import dev.skald.dsl.syntax.saga.SagaParser.ExpressionContext;
import dev.skald.dsl.syntax.saga.SagaParser.IntegerContext;
import dev.skald.dsl.syntax.saga.SagaParser.ListLiteralContext;
import dev.skald.dsl.syntax.saga.SagaParser.NegationContext;
import dev.skald.dsl.syntax.saga.SagaParser.NoneContext;
import dev.skald.dsl.syntax.saga.SagaParser.ParenthesizedContext;
import dev.skald.dsl.syntax.saga.SagaParser.PlainContext;
import dev.skald.dsl.syntax.saga.SagaParser.PresenceContext;
import dev.skald.dsl.syntax.saga.SagaParser.ProductContext;
import dev.skald.dsl.syntax.saga.SagaParser.ReferenceContext;
import dev.skald.dsl.syntax.saga.SagaParser.RelationContext;
import dev.skald.dsl.syntax.saga.SagaParser.SignedContext;
import dev.skald.dsl.syntax.saga.SagaParser.SumContext;
import dev.skald.dsl.syntax.saga.SagaParser.TemplateContext;
import dev.skald.dsl.syntax.saga.SagaParser.TextLiteralContext;
import dev.skald.dsl.syntax.saga.SagaParser.TruthContext;
import dev.skald.dsl.syntax.saga.SagaParser.WrongNumberContext;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds expressions, and the calls and arguments that are made of them. */
final class ExpressionBuilder extends StrictVisitor<Expression> {

    private static final int MOST_OPERATORS = 256;

    private static final Set<Integer> OPERATORS = Set.of(
            SagaLexer.COALESCE,
            SagaLexer.OR,
            SagaLexer.AND,
            SagaLexer.NOT,
            SagaLexer.EQUAL,
            SagaLexer.NOT_EQUAL,
            SagaLexer.LESS,
            SagaLexer.LESS_OR_EQUAL,
            SagaLexer.GREATER,
            SagaLexer.GREATER_OR_EQUAL,
            SagaLexer.IS,
            SagaLexer.PLUS,
            SagaLexer.MINUS,
            SagaLexer.TIMES,
            SagaLexer.DIVIDED_BY,
            SagaLexer.TEMPLATE_OPEN);

    private static final Map<String, BinaryOperator> BINARY = Arrays.stream(BinaryOperator.values())
            .collect(Collectors.toMap(BinaryOperator::symbol, Function.identity()));

    private final Literals literals;
    private final Arrangement arrangement;

    ExpressionBuilder(Literals literals, Arrangement arrangement) {
        this.literals = literals;
        this.arrangement = arrangement;
    }

    /** A call; what precedes the last dot is the participant. */
    Call call(CallContext call) {
        List<Name> target = call.target().name().stream().map(literals::name).toList();
        int last = target.size() - 1;
        return new Call(
                new QualifiedName(target.subList(0, last)),
                target.get(last),
                arguments(call.arguments()),
                literals.location(call));
    }

    /** A call, where it could be read. */
    Optional<Call> readable(@Nullable CallContext call) {
        return call != null && Literals.isWhole(call) ? Optional.of(call(call)) : Optional.empty();
    }

    List<Argument> arguments(ArgumentsContext arguments) {
        return arguments.argument().stream().map(this::argument).toList();
    }

    private Argument argument(ArgumentContext argument) {
        return new Argument(
                argument.COLON() == null ? Optional.empty() : literals.readable(argument.name()),
                expression(argument.expression(), argument),
                literals.location(argument));
    }

    /** An expression of its own; broken where it could not be read or where it is too long. */
    Expression expression(@Nullable ExpressionContext expression, ParserRuleContext around) {
        if (expression == null || !Literals.isWhole(expression)) {
            return new Expression.Broken(literals.location(around));
        }
        int first = expression.getStart().getTokenIndex();
        int last = expression.getStop().getTokenIndex();
        Optional<Token> oneTooMany = arrangement.tokens().subList(first, last + 1).stream()
                .filter(token -> OPERATORS.contains(token.getType()))
                .skip(MOST_OPERATORS)
                .findFirst();
        oneTooMany.ifPresent(this::reportTooMany);
        return oneTooMany.isPresent() ? new Expression.Broken(literals.location(expression)) : visit(expression);
    }

    private void reportTooMany(Token operator) {
        Diagnostic tooMany = Diagnostic.of(
                DiagnosticId.LIMITS_OPERATORS,
                literals.location(operator),
                "an expression has more than " + MOST_OPERATORS + " operators");
        literals.report(
                operator.getType() == SagaLexer.TEMPLATE_OPEN
                        ? tooMany.withHelp("each `${…}` in a text counts as one")
                        : tooMany);
    }

    Expression condition(ConditionContext condition) {
        return expression(condition.expression(), condition);
    }

    // From the operator that binds least to the one that binds most

    @Override
    public Expression visitExpression(ExpressionContext expression) {
        return joined(expression.disjunction(), repeated(BinaryOperator.COALESCE));
    }

    @Override
    public Expression visitDisjunction(DisjunctionContext disjunction) {
        return joined(disjunction.conjunction(), repeated(BinaryOperator.OR));
    }

    @Override
    public Expression visitConjunction(ConjunctionContext conjunction) {
        return joined(conjunction.negation(), repeated(BinaryOperator.AND));
    }

    @Override
    public Expression visitNegation(NegationContext negation) {
        Expression value = visit(negation.equality());
        for (TerminalNode not : reversed(negation.NOT())) {
            value = new Expression.Not(value, literals.location(not.getSymbol(), negation.getStop()));
        }
        return value;
    }

    @Override
    public Expression visitEquality(EqualityContext equality) {
        return joined(equality.relation(), written(equality.operator));
    }

    @Override
    public Expression visitRelation(RelationContext relation) {
        return joined(relation.presence(), written(relation.operator));
    }

    @Override
    public Expression visitPresence(PresenceContext presence) {
        Expression value = visit(presence.sum());
        return presence.IS() == null ? value : new Expression.IsPresent(value, literals.location(presence));
    }

    @Override
    public Expression visitSum(SumContext sum) {
        return joined(sum.product(), written(sum.operator));
    }

    @Override
    public Expression visitProduct(ProductContext product) {
        return joined(product.signed(), written(product.operator));
    }

    @Override
    public Expression visitSigned(SignedContext signed) {
        Expression value = visit(signed.primary());
        for (TerminalNode minus : reversed(signed.MINUS())) {
            value = new Expression.Negation(value, literals.location(minus.getSymbol(), signed.getStop()));
        }
        return value;
    }

    /** {@code a - b - c} is {@code (a - b) - c}. */
    private Expression joined(List<? extends ParserRuleContext> operands, Stream<BinaryOperator> operators) {
        ParserRuleContext first = operands.get(0);
        Expression left = visit(first);
        List<BinaryOperator> between = operators.limit(operands.size() - 1L).toList();
        for (int index = 0; index < between.size(); index++) {
            ParserRuleContext operand = operands.get(index + 1);
            left = new Expression.Binary(
                    between.get(index), left, visit(operand), literals.location(first.getStart(), operand.getStop()));
        }
        return left;
    }

    private static Stream<BinaryOperator> repeated(BinaryOperator operator) {
        return Stream.generate(() -> operator);
    }

    private static Stream<BinaryOperator> written(List<Token> operators) {
        return operators.stream().map(operator -> BINARY.getOrDefault(operator.getText(), BinaryOperator.EQUAL));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    // Values

    @Override
    public Expression visitNone(NoneContext none) {
        return new Expression.NoneLiteral(literals.location(none));
    }

    @Override
    public Expression visitReference(ReferenceContext reference) {
        QualifiedName name = literals.qualifiedName(reference.qualifiedName());
        return reference.arguments() == null
                ? new Expression.Path(name)
                : new Expression.Construction(
                        Optional.of(name), arguments(reference.arguments()), literals.location(reference));
    }

    @Override
    public Expression visitInteger(IntegerContext integer) {
        return new Expression.IntegerLiteral(literals.integer(integer.getStart()), literals.location(integer));
    }

    @Override
    public Expression visitDecimal(DecimalContext decimal) {
        return new Expression.DecimalLiteral(literals.decimal(decimal.getStart()), literals.location(decimal));
    }

    @Override
    public Expression visitWrongNumber(WrongNumberContext number) {
        literals.report(Wording.wrongNumber(number.getStart(), literals.location(number)));
        return new Expression.Broken(literals.location(number));
    }

    @Override
    public Expression visitDurationLiteral(DurationLiteralContext duration) {
        return new Expression.DurationLiteral(
                literals.duration(duration.duration()).value(), literals.location(duration));
    }

    @Override
    public Expression visitTruth(TruthContext truth) {
        return new Expression.BooleanLiteral(truth.TRUE() != null, literals.location(truth));
    }

    @Override
    public Expression visitListLiteral(ListLiteralContext list) {
        return new Expression.ListLiteral(
                list.element().stream().map(this::visit).toList(), literals.location(list));
    }

    @Override
    public Expression visitElement(ElementContext element) {
        return Literals.isWhole(element)
                ? visit(element.expression())
                : new Expression.Broken(literals.location(element));
    }

    @Override
    public Expression visitParenthesized(ParenthesizedContext parenthesized) {
        return visit(parenthesized.expression());
    }

    // Texts

    @Override
    public Expression visitTextLiteral(TextLiteralContext text) {
        return visit(text.template());
    }

    @Override
    public Expression visitTemplate(TemplateContext template) {
        if (template.embedded().isEmpty()) {
            String value = template.plain().isEmpty() ? "" : literals.content(template.plain(0).children);
            return new Expression.StringLiteral(value, literals.location(template));
        }
        List<Expression> parts = template.children.stream()
                .filter(ParserRuleContext.class::isInstance)
                .map(this::visit)
                .toList();
        return new Expression.Template(parts, literals.location(template));
    }

    @Override
    public Expression visitPlain(PlainContext plain) {
        return new Expression.StringLiteral(literals.content(plain.children), literals.location(plain));
    }

    @Override
    public Expression visitEmbedded(EmbeddedContext embedded) {
        return visit(embedded.expression());
    }
}
