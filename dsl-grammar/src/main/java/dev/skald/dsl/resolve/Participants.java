package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.syntax.tree.Declaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The participants of a compilation, and the defaults that each brings along. */
final class Participants {

    private final Map<DeclaredName, Participant> participants;
    private final Map<DeclaredName, DefaultLimits> defaults;
    private final Symbols symbols;

    Participants(
            Map<DeclaredName, Participant> participants, Map<DeclaredName, DefaultLimits> defaults, Symbols symbols) {
        this.participants = participants;
        this.defaults = defaults;
        this.symbols = symbols;
    }

    Optional<Participant> find(DeclaredName name) {
        return Optional.ofNullable(participants.get(name));
    }

    /** What is declared under a name that is no participant's. */
    Optional<Declaration> otherDeclaration(DeclaredName name) {
        return symbols.find(name);
    }

    /** The defaults that hold for a participant's calls. */
    DefaultLimits defaultsOf(Participant participant) {
        return defaults.getOrDefault(participant.name(), DefaultLimits.NONE);
    }

    /** The simple names that a file of {@code packageName} sees. */
    List<String> visible(String packageName) {
        return symbols.visible(packageName, Declaration.Participant.class);
    }

    /** Whether a declaration could not be read, so that a missing name may be no mistake. */
    boolean incomplete() {
        return symbols.incomplete();
    }
}
