package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.SagaContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaHeadContext;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds one saga. */
final class SagaBuilder {

    private final Literals literals;
    private final TypeBuilder types;
    private final ExpressionBuilder expressions;
    private final Predicate<ParserRuleContext> isIncomplete;

    SagaBuilder(
            Literals literals,
            TypeBuilder types,
            ExpressionBuilder expressions,
            Predicate<ParserRuleContext> isIncomplete) {
        this.literals = literals;
        this.types = types;
        this.expressions = expressions;
        this.isIncomplete = isIncomplete;
    }

    /** The saga, where at least its name could be read. */
    Optional<Declaration> build(SagaContext saga) {
        SagaHeadContext head = saga.sagaHead();
        SagaHeader header = HeaderBuilder.build(saga.headerClause(), literals, expressions);
        List<Statement> body = new StatementBuilder(literals, types, expressions).block(saga.block());
        return literals.readable(head.name())
                .map(name -> new Declaration.Saga(
                        name,
                        head.parameters() == null
                                ? List.of()
                                : types.fields(head.parameters().field()),
                        Literals.isWhole(head.type()) ? Optional.of(types.visit(head.type())) : Optional.empty(),
                        header,
                        body,
                        isIncomplete.test(saga),
                        literals.location(saga)));
    }
}
