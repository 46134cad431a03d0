package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.saga.SagaParser.UnknownCompensateContext;
import dev.skald.dsl.syntax.saga.SagaParser.UnknownEscalateContext;
import dev.skald.dsl.syntax.saga.SagaParser.UnknownProbeContext;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;

/** Builds what follows an outcome that nobody knows. */
final class UnknownAnswerBuilder extends StrictVisitor<OnUnknown> {

    private final ExpressionBuilder expressions;
    private final SourceLocation location;

    UnknownAnswerBuilder(ExpressionBuilder expressions, SourceLocation clause) {
        this.expressions = expressions;
        this.location = clause;
    }

    @Override
    public OnUnknown visitUnknownCompensate(UnknownCompensateContext answer) {
        return new OnUnknown.Compensate(location);
    }

    @Override
    public OnUnknown visitUnknownEscalate(UnknownEscalateContext answer) {
        return new OnUnknown.Escalate(location);
    }

    @Override
    public OnUnknown visitUnknownProbe(UnknownProbeContext answer) {
        return new OnUnknown.Probe(expressions.call(answer.call()), location);
    }
}
