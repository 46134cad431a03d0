package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import java.util.Map;
import java.util.Optional;

/** The participants of a compilation, and the defaults that each brings along. */
final class Participants {

    private final Map<DeclaredName, Participant> participants;
    private final Map<DeclaredName, DefaultLimits> defaults;

    Participants(Map<DeclaredName, Participant> participants, Map<DeclaredName, DefaultLimits> defaults) {
        this.participants = participants;
        this.defaults = defaults;
    }

    Optional<Participant> find(DeclaredName name) {
        return Optional.ofNullable(participants.get(name));
    }

    /** The defaults that hold for a participant's calls. */
    DefaultLimits defaultsOf(Participant participant) {
        return defaults.getOrDefault(participant.name(), DefaultLimits.NONE);
    }
}
