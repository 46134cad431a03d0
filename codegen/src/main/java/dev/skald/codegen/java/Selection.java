package dev.skald.codegen.java;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a model is generated: all that the module itself declares, or the sides of some participants and sagas,
 * whoever declares them.
 *
 * @param isNamed whether only what is named is generated
 * @param participants those whose side is generated: what a worker needs that serves one, and takes its steps in chains
 * @param sagas those whose side is generated: what starts one, and where a mediator leads it, that mediator
 */
public record Selection(boolean isNamed, Set<DeclaredName> participants, Set<DeclaredName> sagas) {

    public Selection {
        participants = Set.copyOf(participants);
        sagas = Set.copyOf(sagas);
    }

    /** All that the module itself declares. */
    public static Selection own() {
        return new Selection(false, Set.of(), Set.of());
    }

    /** The sides of these, with all that they need, and nothing else. */
    public static Selection of(List<Participant> participants, List<Saga> sagas) {
        return new Selection(
                true,
                participants.stream().map(Participant::name).collect(Collectors.toSet()),
                sagas.stream().map(Saga::name).collect(Collectors.toSet()));
    }

    /** Whether a participant's side is asked for by its name. */
    public boolean has(Participant participant) {
        return participants.contains(participant.name());
    }

    /** Whether a saga's side is asked for by its name. */
    public boolean has(Saga saga) {
        return sagas.contains(saga.name());
    }

    /** Whether a saga must be planned for it: it is named, or a chain in which a named participant takes a step. */
    public boolean concerns(Saga saga) {
        return has(saga)
                || (saga.isChain()
                        && saga.steps().stream()
                                .anyMatch(step -> has(step.call().participant())));
    }
}
