package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.DefaultsContext;
import dev.skald.dsl.syntax.saga.SagaParser.MemberContext;
import dev.skald.dsl.syntax.saga.SagaParser.NearContext;
import dev.skald.dsl.syntax.saga.SagaParser.OperationsContext;
import dev.skald.dsl.syntax.saga.SagaParser.ParticipantContext;
import dev.skald.dsl.syntax.saga.SagaParser.ParticipantQueueContext;
import dev.skald.dsl.syntax.saga.SagaParser.ParticipantReservedContext;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Builds one participant from its clauses and operations. */
final class ParticipantBuilder extends StrictVisitor<ParticipantBuilder> {

    private final Literals literals;
    private final TypeBuilder types;
    private final Once<Text> queue;
    private final Once<Boolean> near;
    private final Once<Defaults> defaults;
    private final List<Name> reserved = new ArrayList<>();

    private ParticipantBuilder(Literals literals, TypeBuilder types) {
        this.literals = literals;
        this.types = types;
        this.queue = literals.once("`queue`");
        this.near = literals.once("`near`");
        this.defaults = literals.once("`defaults`");
    }

    static Declaration.Participant build(
            Name name, ParticipantContext participant, Literals literals, TypeBuilder types) {
        return new ParticipantBuilder(literals, types).build(name, participant);
    }

    private Declaration.Participant build(Name name, ParticipantContext participant) {
        participant.participantClause().stream().filter(Literals::isWhole).forEach(this::visit);
        OperationsContext list = participant.operations();
        List<MemberContext> members =
                list.member().stream().filter(Literals::isWhole).toList();
        members.stream().map(MemberContext::defaults).filter(Objects::nonNull).forEach(this::visit);
        return new Declaration.Participant(
                name,
                queue.value(),
                near.value().isPresent(),
                defaults.value(),
                members.stream()
                        .map(MemberContext::operation)
                        .filter(Objects::nonNull)
                        .map(operation -> OperationBuilder.build(operation, literals, types))
                        .toList(),
                Literals.hasGaps(list) || members.size() < list.member().size(),
                reserved,
                literals.location(participant));
    }

    @Override
    public ParticipantBuilder visitDefaults(DefaultsContext written) {
        defaults.set(DefaultsBuilder.build(written, literals), literals.location(written.getStart()));
        return this;
    }

    @Override
    public ParticipantBuilder visitNear(NearContext clause) {
        near.set(true, literals.location(clause));
        return this;
    }

    @Override
    public ParticipantBuilder visitParticipantQueue(ParticipantQueueContext clause) {
        queue.set(literals.text(clause.text()), literals.location(clause.getStart()));
        return this;
    }

    @Override
    public ParticipantBuilder visitParticipantReserved(ParticipantReservedContext clause) {
        reserved.add(literals.word(clause.getStart()));
        return this;
    }
}
