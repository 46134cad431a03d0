package dev.skald.maven;

import dev.skald.codegen.java.ScaffoldGenerator;
import dev.skald.codegen.java.Selection;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user has chosen by name, among all that a project declares or imports.
 *
 * @param participants the participants
 * @param sagas the sagas
 */
record Choice(Named<Participant> participants, Named<Saga> sagas) {

    /** What the names mean in a model. */
    static Choice of(SagaModel model, Names names) {
        return new Choice(
                Named.of(
                        "participant with operations",
                        ScaffoldGenerator.participants(model),
                        Participant::name,
                        names.participants()),
                Named.of("saga", model.sagas(), Saga::name, names.sagas()));
    }

    /** Whether a name means nothing. */
    boolean hasUnknown() {
        return participants.hasUnknown() || sagas.hasUnknown();
    }

    /** What is to be told of the names that mean nothing. */
    String complaint() {
        return Stream.of(participants, sagas)
                .filter(Named::hasUnknown)
                .map(Named::complaint)
                .collect(Collectors.joining(". "));
    }

    /** What is to be generated. */
    Selection selection() {
        return Selection.of(participants.meant(), sagas.meant());
    }
}
