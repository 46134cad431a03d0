package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.syntax.saga.SagaParser.OnExhaustedContext;
import dev.skald.dsl.syntax.saga.SagaParser.UndoContext;
import dev.skald.dsl.syntax.saga.SagaParser.UndoLimitContext;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import java.util.Optional;

/** Collects the clauses of one undo. */
final class CompensationBuilder extends StrictVisitor<CompensationBuilder> {

    private final Literals literals;
    private final LimitsBuilder limits;
    private final Once<Located<OnExhausted>> onExhausted;

    private CompensationBuilder(Literals literals) {
        this.literals = literals;
        this.limits = new LimitsBuilder(literals);
        this.onExhausted = literals.once("`on exhausted`");
    }

    /** An undo, its call empty where it could not be read. */
    static Compensation.Undo build(UndoContext undo, Literals literals, ExpressionBuilder expressions) {
        CompensationBuilder builder = new CompensationBuilder(literals);
        if (undo.undoClauses() != null) {
            undo.undoClauses().undoClause().stream().filter(Literals::isWhole).forEach(builder::visit);
        }
        return new Compensation.Undo(
                undo.undoCall() == null
                        ? Optional.empty()
                        : expressions.readable(undo.undoCall().call()),
                builder.limits.limits(),
                builder.onExhausted.value(),
                literals.location(undo));
    }

    @Override
    public CompensationBuilder visitUndoLimit(UndoLimitContext clause) {
        limits.add(clause.limit());
        return this;
    }

    @Override
    public CompensationBuilder visitOnExhausted(OnExhaustedContext clause) {
        OnExhausted answer = clause.CONTINUE() == null ? OnExhausted.PAUSE : OnExhausted.CONTINUE;
        onExhausted.set(new Located<>(answer, literals.location(clause.word)), literals.location(clause.getStart()));
        return this;
    }
}
