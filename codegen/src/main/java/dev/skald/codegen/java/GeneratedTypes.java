package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.util.List;
import java.util.stream.Stream;

/** Lists the types that a compilation generates, each with what it is generated for. */
final class GeneratedTypes {

    private GeneratedTypes() {}

    static List<GeneratedType> of(SagaModel model) {
        return Stream.of(
                        messages(model),
                        model.participants().stream().flatMap(GeneratedTypes::ofParticipant),
                        model.sagas().stream().flatMap(GeneratedTypes::ofSaga))
                .flatMap(types -> types)
                .toList();
    }

    /** The types that have the names that the definition gives them. */
    static Stream<GeneratedType> messages(SagaModel model) {
        return Stream.of(
                        model.records().stream()
                                .map(record -> new Declared("record", record.name(), record.location())),
                        model.enums().stream().map(value -> new Declared("enum", value.name(), value.location())),
                        model.errors().stream().map(error -> new Declared("error", error.name(), error.location())))
                .flatMap(declared -> declared)
                .map(declared -> new GeneratedType(JavaNames.type(declared.name()), declared.named()));
    }

    private static Stream<GeneratedType> ofParticipant(Participant participant) {
        Named named = new Declared("participant", participant.name(), participant.location()).named();
        return Stream.of(
                        JavaNames.activities(participant),
                        JavaNames.wire(participant),
                        JavaNames.stub(participant),
                        JavaNames.participantWorker(participant))
                .map(name -> new GeneratedType(name, named));
    }

    private static Stream<GeneratedType> ofSaga(Saga saga) {
        Named named = new Declared("saga", saga.name(), saga.location()).named();
        return Stream.of(
                        JavaNames.client(saga.name()),
                        JavaNames.failed(saga.name()),
                        JavaNames.workflow(saga.name(), saga.version()),
                        JavaNames.workflowImplementation(saga.name(), saga.version()),
                        JavaNames.shape(saga.name(), saga.version()),
                        JavaNames.state(saga.name(), saga.version()),
                        JavaNames.sagaWorker(saga.name(), saga.version()))
                .map(name -> new GeneratedType(name, named));
    }

    /** A type, and what in the definition it is generated for. */
    record GeneratedType(ClassName name, Named origin) {}

    private record Declared(String kind, DeclaredName name, dev.skald.dsl.diagnostic.SourceLocation location) {

        Named named() {
            return new Named(kind, name.simpleName(), location);
        }
    }
}
