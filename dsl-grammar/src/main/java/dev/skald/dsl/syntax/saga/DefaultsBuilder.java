package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.CallDefaultContext;
import dev.skald.dsl.syntax.saga.SagaParser.CompensationDefaultsContext;
import dev.skald.dsl.syntax.saga.SagaParser.DefaultsContext;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.Defaults;

/** Collects the clauses of one {@code defaults}. */
final class DefaultsBuilder extends StrictVisitor<DefaultsBuilder> {

    private final Literals literals;
    private final LimitsBuilder calls;
    private final Once<CallLimits> compensations;

    private DefaultsBuilder(Literals literals) {
        this.literals = literals;
        this.calls = new LimitsBuilder(literals);
        this.compensations = literals.once("`compensation`");
    }

    static Defaults build(DefaultsContext defaults, Literals literals) {
        DefaultsBuilder builder = new DefaultsBuilder(literals);
        defaults.defaultsClause().stream().filter(Literals::isWhole).forEach(builder::visit);
        return new Defaults(
                builder.calls.limits(),
                builder.compensations.value().orElse(CallLimits.NONE),
                literals.location(defaults));
    }

    @Override
    public DefaultsBuilder visitCallDefault(CallDefaultContext clause) {
        calls.add(clause.limit());
        return this;
    }

    @Override
    public DefaultsBuilder visitCompensationDefaults(CompensationDefaultsContext clause) {
        LimitsBuilder limits = new LimitsBuilder(literals);
        clause.limits().limit().forEach(limits::add);
        compensations.set(limits.limits(), literals.location(clause.getStart()));
        return this;
    }
}
