package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.codegen.java.GeneratedTypes.GeneratedType;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.util.List;
import java.util.stream.Stream;

/** Finds first implementations whose class would be a generated one, or would hide what generated code names. */
final class ImplementationClashes {

    private ImplementationClashes() {}

    /** The clashes, by file and place. */
    static List<Diagnostic> in(SagaModel model, List<Participant> participants) {
        Diagnostics diagnostics = new Diagnostics();
        Stream<GeneratedType> implementations = participants.stream().map(ImplementationClashes::type);
        new TypeClashes(diagnostics)
                .check(Stream.concat(GeneratedTypes.of(model).stream(), implementations)
                        .toList());
        participants.forEach(participant -> checkHidden(participant, diagnostics));
        return diagnostics.sorted();
    }

    private static GeneratedType type(Participant participant) {
        return new GeneratedType(
                JavaNames.implementation(participant),
                new Named("participant", participant.name().simpleName(), participant.location()));
    }

    private static void checkHidden(Participant participant, Diagnostics diagnostics) {
        ClassName name = JavaNames.implementation(participant);
        if (TypeClashes.JAVA_LANG.contains(name.simpleName())) {
            diagnostics.report(ClashReports.reserved(
                    participant.name().simpleName(),
                    "would be implemented as `" + name + "`, which hides a class of Java that the generated code uses",
                    participant.location()));
        }
    }
}
