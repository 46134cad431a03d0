package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.AfterContext;
import dev.skald.dsl.syntax.saga.SagaParser.MomentContext;
import dev.skald.dsl.syntax.saga.SagaParser.NoCompensationContext;
import dev.skald.dsl.syntax.saga.SagaParser.OnUnknownContext;
import dev.skald.dsl.syntax.saga.SagaParser.StepAcceptanceContext;
import dev.skald.dsl.syntax.saga.SagaParser.StepClauseContext;
import dev.skald.dsl.syntax.saga.SagaParser.StepLimitContext;
import dev.skald.dsl.syntax.saga.SagaParser.UndoContext;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import dev.skald.dsl.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the clauses of one step. */
final class StepClausesBuilder extends StrictVisitor<StepClausesBuilder> {

    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final LimitsBuilder limits;
    private final Once<Moment> moment;
    private final Once<OnUnknown> onUnknown;
    private final Once<List<Name>> after;
    private final Once<Compensation> compensation;
    private final List<Acceptance> accepted = new ArrayList<>();

    private StepClausesBuilder(Literals literals, ExpressionBuilder expressions) {
        this.literals = literals;
        this.expressions = expressions;
        this.limits = new LimitsBuilder(literals);
        this.moment = literals.once("`state`");
        this.onUnknown = literals.once("`on unknown`");
        this.after = literals.once("`after`");
        this.compensation = literals.once("the compensation");
    }

    /** The clauses that could be read. */
    static StepClauses build(List<StepClauseContext> clauses, Literals literals, ExpressionBuilder expressions) {
        StepClausesBuilder builder = new StepClausesBuilder(literals, expressions);
        clauses.stream()
                .filter(clause -> Literals.isWhole(clause) && !isBrokenCompensation(clause))
                .forEach(builder::visit);
        clauses.stream()
                .filter(StepClausesBuilder::isBrokenCompensation)
                .limit(1)
                .forEach(builder::visitUnlessThere);
        return new StepClauses(
                builder.moment.value(),
                builder.limits.limits(),
                builder.onUnknown.value(),
                builder.after.value().orElse(List.of()),
                builder.compensation.value(),
                builder.accepted);
    }

    /** A compensation of which a part could not be read: the step does not lack one. */
    private static boolean isBrokenCompensation(StepClauseContext clause) {
        return clause instanceof UndoContext undo
                ? !Literals.isWhole(undo) || !Literals.isWhole(undo.undoCall())
                : clause instanceof NoCompensationContext && !Literals.isWhole(clause);
    }

    private void visitUnlessThere(StepClauseContext broken) {
        if (compensation.value().isEmpty()) {
            visit(broken);
        }
    }

    @Override
    public StepClausesBuilder visitMoment(MomentContext clause) {
        Optional<Text> label = Optional.ofNullable(clause.text()).map(literals::text);
        moment.set(new Moment(literals.name(clause.name()), label), literals.location(clause.getStart()));
        return this;
    }

    @Override
    public StepClausesBuilder visitStepLimit(StepLimitContext clause) {
        limits.add(clause.limit());
        return this;
    }

    @Override
    public StepClausesBuilder visitOnUnknown(OnUnknownContext clause) {
        onUnknown.set(
                new UnknownAnswerBuilder(expressions, literals.location(clause)).visit(clause.unknownAnswer()),
                literals.location(clause.getStart()));
        return this;
    }

    @Override
    public StepClausesBuilder visitAfter(AfterContext clause) {
        after.set(clause.name().stream().map(literals::name).toList(), literals.location(clause.getStart()));
        return this;
    }

    @Override
    public StepClausesBuilder visitUndo(UndoContext clause) {
        compensation.set(
                CompensationBuilder.build(clause, literals, expressions), literals.location(clause.getStart()));
        return this;
    }

    @Override
    public StepClausesBuilder visitNoCompensation(NoCompensationContext clause) {
        compensation.set(
                new Compensation.None(literals.textOf(clause.text()), literals.location(clause)),
                literals.location(clause.getStart()));
        return this;
    }

    @Override
    public StepClausesBuilder visitStepAcceptance(StepAcceptanceContext clause) {
        accepted.add(literals.acceptance(clause.acceptance()));
        return this;
    }
}
