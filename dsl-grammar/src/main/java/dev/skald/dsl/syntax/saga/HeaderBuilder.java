package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.CommunicationContext;
import dev.skald.dsl.syntax.saga.SagaParser.ConsistencyContext;
import dev.skald.dsl.syntax.saga.SagaParser.CoordinationContext;
import dev.skald.dsl.syntax.saga.SagaParser.DescriptionContext;
import dev.skald.dsl.syntax.saga.SagaParser.HeaderClauseContext;
import dev.skald.dsl.syntax.saga.SagaParser.OnStateChangeContext;
import dev.skald.dsl.syntax.saga.SagaParser.PatternContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaAcceptanceContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaDeadlineContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaDefaultsContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaIdContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaQueueContext;
import dev.skald.dsl.syntax.saga.SagaParser.SagaReservedContext;
import dev.skald.dsl.syntax.saga.SagaParser.SubjectContext;
import dev.skald.dsl.syntax.saga.SagaParser.VersionContext;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the clauses of one saga's head. */
final class HeaderBuilder extends StrictVisitor<HeaderBuilder> {

    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final Once<Name> communication;
    private final Once<Name> consistency;
    private final Once<Name> coordination;
    private final Once<Name> pattern;
    private final Once<Located<Integer>> version;
    private final Once<Expression> id;
    private final Once<Located<Duration>> deadline;
    private final Once<Text> queue;
    private final Once<Text> description;
    private final Once<Defaults> defaults;
    private final Once<Call> onStateChange;
    private final List<Acceptance> accepted = new ArrayList<>();
    private final List<Name> reserved = new ArrayList<>();

    private HeaderBuilder(Literals literals, ExpressionBuilder expressions) {
        this.literals = literals;
        this.expressions = expressions;
        this.communication = literals.once("the communication");
        this.consistency = literals.once("the consistency");
        this.coordination = literals.once("the coordination");
        this.pattern = literals.once("the pattern");
        this.version = literals.once("`version`");
        this.id = literals.once("`id`");
        this.deadline = literals.once("`deadline`");
        this.queue = literals.once("`queue`");
        this.description = literals.once("`description`");
        this.defaults = literals.once("`defaults`");
        this.onStateChange = literals.once("`on state change`");
    }

    /** The clauses that could be read. */
    static SagaHeader build(List<HeaderClauseContext> clauses, Literals literals, ExpressionBuilder expressions) {
        HeaderBuilder builder = new HeaderBuilder(literals, expressions);
        clauses.stream().filter(Literals::isWhole).forEach(builder::visit);
        return builder.header();
    }

    private SagaHeader header() {
        return new SagaHeader(
                communication.value(),
                consistency.value(),
                coordination.value(),
                pattern.value(),
                version.value(),
                id.value(),
                deadline.value(),
                queue.value(),
                description.value(),
                defaults.value(),
                onStateChange.value(),
                accepted,
                reserved);
    }

    private <T> HeaderBuilder set(Once<T> clause, T value, HeaderClauseContext written) {
        clause.set(value, literals.location(written.getStart()));
        return this;
    }

    @Override
    public HeaderBuilder visitCommunication(CommunicationContext clause) {
        return set(communication, literals.word(clause.word), clause);
    }

    @Override
    public HeaderBuilder visitConsistency(ConsistencyContext clause) {
        return set(consistency, literals.word(clause.word), clause);
    }

    @Override
    public HeaderBuilder visitCoordination(CoordinationContext clause) {
        return set(coordination, literals.word(clause.word), clause);
    }

    @Override
    public HeaderBuilder visitPattern(PatternContext clause) {
        return set(pattern, new Name(clause.getText(), literals.location(clause)), clause);
    }

    @Override
    public HeaderBuilder visitVersion(VersionContext clause) {
        return set(version, literals.count(clause.number), clause);
    }

    @Override
    public HeaderBuilder visitSagaId(SagaIdContext clause) {
        return set(id, expressions.expression(clause.expression(), clause), clause);
    }

    @Override
    public HeaderBuilder visitSagaDeadline(SagaDeadlineContext clause) {
        return set(deadline, literals.duration(clause.duration()), clause);
    }

    @Override
    public HeaderBuilder visitSagaQueue(SagaQueueContext clause) {
        return set(queue, literals.text(clause.text()), clause);
    }

    @Override
    public HeaderBuilder visitDescription(DescriptionContext clause) {
        return set(description, literals.text(clause.text()), clause);
    }

    @Override
    public HeaderBuilder visitSagaDefaults(SagaDefaultsContext clause) {
        return set(defaults, DefaultsBuilder.build(clause.defaults(), literals), clause);
    }

    @Override
    public HeaderBuilder visitOnStateChange(OnStateChangeContext clause) {
        return set(onStateChange, expressions.call(clause.call()), clause);
    }

    @Override
    public HeaderBuilder visitSubject(SubjectContext clause) {
        reserved.add(literals.word(clause.getStart()));
        return this;
    }

    @Override
    public HeaderBuilder visitSagaAcceptance(SagaAcceptanceContext clause) {
        accepted.add(literals.acceptance(clause.acceptance()));
        return this;
    }

    @Override
    public HeaderBuilder visitSagaReserved(SagaReservedContext clause) {
        reserved.add(literals.word(clause.getStart()));
        return this;
    }
}
