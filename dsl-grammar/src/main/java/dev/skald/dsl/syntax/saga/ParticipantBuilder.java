package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.SagaParser.DefaultsContext;
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
        OperationsContext operations = participant.operations();
        for (DefaultsContext written : operations.defaults()) {
            defaults.set(DefaultsBuilder.build(written, literals), literals.location(written.getStart()));
        }
        return new Declaration.Participant(
                name,
                queue.value(),
                near.value().isPresent(),
                defaults.value(),
                operations.operation().stream()
                        .filter(Literals::isWhole)
                        .map(operation -> OperationBuilder.build(operation, literals, types))
                        .toList(),
                Literals.hasGaps(operations) || !operations.operation().stream().allMatch(Literals::isWhole),
                reserved,
                literals.location(participant));
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
