package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.DeadlineContext;
import dev.skald.dsl.syntax.saga.SagaParser.HeartbeatContext;
import dev.skald.dsl.syntax.saga.SagaParser.LimitContext;
import dev.skald.dsl.syntax.saga.SagaParser.RetryContext;
import dev.skald.dsl.syntax.saga.SagaParser.TimeoutContext;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Located;
import java.time.Duration;

/** Collects the limits of one call: the visits fill it, {@link #limits()} is the result. */
final class LimitsBuilder extends StrictVisitor<LimitsBuilder> {

    private final Literals literals;
    private final Once<Located<Duration>> timeout;
    private final Once<Located<Duration>> deadline;
    private final Once<Located<Duration>> heartbeat;
    private final Once<Retry> retry;

    LimitsBuilder(Literals literals) {
        this.literals = literals;
        this.timeout = literals.once("`timeout`");
        this.deadline = literals.once("`deadline`");
        this.heartbeat = literals.once("`heartbeat`");
        this.retry = literals.once("`retry`");
    }

    /** Adds a limit; one that could not be read is left out. */
    LimitsBuilder add(LimitContext limit) {
        return Literals.isWhole(limit) ? visit(limit) : this;
    }

    CallLimits limits() {
        return new CallLimits(timeout.value(), deadline.value(), heartbeat.value(), retry.value());
    }

    @Override
    public LimitsBuilder visitTimeout(TimeoutContext limit) {
        timeout.set(literals.duration(limit.duration()), literals.location(limit.getStart()));
        return this;
    }

    @Override
    public LimitsBuilder visitDeadline(DeadlineContext limit) {
        deadline.set(literals.duration(limit.duration()), literals.location(limit.getStart()));
        return this;
    }

    @Override
    public LimitsBuilder visitHeartbeat(HeartbeatContext limit) {
        heartbeat.set(literals.duration(limit.duration()), literals.location(limit.getStart()));
        return this;
    }

    @Override
    public LimitsBuilder visitRetry(RetryContext limit) {
        RetryBuilder clauses = new RetryBuilder(literals);
        limit.retryClauses().retryClause().stream().filter(Literals::isWhole).forEach(clauses::visit);
        retry.set(clauses.retry(limit), literals.location(limit.getStart()));
        return this;
    }
}
