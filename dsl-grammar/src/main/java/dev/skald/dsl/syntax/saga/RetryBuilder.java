package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.AttemptsContext;
import dev.skald.dsl.syntax.saga.SagaParser.BackoffContext;
import dev.skald.dsl.syntax.saga.SagaParser.FactorContext;
import dev.skald.dsl.syntax.saga.SagaParser.RetryContext;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Located;
import java.time.Duration;
import java.util.Optional;

/** Collects the clauses of one {@code retry}: the visits fill it, {@link #retry} is the result. */
final class RetryBuilder extends StrictVisitor<RetryBuilder> {

    private final Literals literals;
    private final Once<Located<Integer>> attempts;
    private final Once<BackoffContext> backoff;
    private final Once<Located<Double>> factor;

    RetryBuilder(Literals literals) {
        this.literals = literals;
        this.attempts = literals.once("`attempts`");
        this.backoff = literals.once("`backoff`");
        this.factor = literals.once("`factor`");
    }

    Retry retry(RetryContext around) {
        return new Retry(
                attempts.value(),
                backoff.value().map(written -> literals.duration(written.first)),
                backoff.value().flatMap(this::longest),
                factor.value(),
                literals.location(around));
    }

    private Optional<Located<Duration>> longest(BackoffContext written) {
        return Optional.ofNullable(written.longest).map(literals::duration);
    }

    @Override
    public RetryBuilder visitAttempts(AttemptsContext clause) {
        attempts.set(
                clause.UNLIMITED() == null
                        ? literals.attempts(clause.number)
                        : new Located<>(Retry.UNLIMITED, literals.location(clause.number)),
                literals.location(clause.getStart()));
        return this;
    }

    @Override
    public RetryBuilder visitBackoff(BackoffContext clause) {
        backoff.set(clause, literals.location(clause.getStart()));
        return this;
    }

    @Override
    public RetryBuilder visitFactor(FactorContext clause) {
        factor.set(
                new Located<>(literals.decimal(clause.number).doubleValue(), literals.location(clause.number)),
                literals.location(clause.getStart()));
        return this;
    }
}
