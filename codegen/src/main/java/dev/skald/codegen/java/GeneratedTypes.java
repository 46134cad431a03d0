package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
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
                        model.records().stream().map(type -> message("record", type.name(), type.location())),
                        model.enums().stream().map(type -> message("enum", type.name(), type.location())),
                        model.errors().stream().map(type -> message("error", type.name(), type.location())))
                .flatMap(types -> types);
    }

    private static GeneratedType message(String kind, DeclaredName name, SourceLocation location) {
        return new GeneratedType(JavaNames.type(name), new Named(kind, name.simpleName(), location));
    }

    private static Stream<GeneratedType> ofParticipant(Participant participant) {
        Named named = new Named("participant", participant.name().simpleName(), participant.location());
        return Stream.of(
                        JavaNames.activities(participant),
                        JavaNames.wire(participant),
                        JavaNames.stub(participant),
                        JavaNames.participantWorker(participant))
                .map(name -> new GeneratedType(name, named));
    }

    private static Stream<GeneratedType> ofSaga(Saga saga) {
        Named named = new Named("saga", saga.name().simpleName(), saga.location());
        Stream<GeneratedType> always = Stream.of(
                        JavaNames.client(saga.name()),
                        JavaNames.failed(saga.name()),
                        JavaNames.workflow(saga.name(), saga.version()),
                        JavaNames.workflowImplementation(saga.name(), saga.version()),
                        JavaNames.shape(saga.name(), saga.version()),
                        JavaNames.state(saga.name(), saga.version()))
                .map(name -> new GeneratedType(name, named));
        return Stream.concat(always, saga.isChain() ? ofChain(saga, named) : ofMediator(saga, named));
    }

    private static Stream<GeneratedType> ofMediator(Saga saga, Named named) {
        return Stream.of(
                        JavaNames.undoWorkflow(saga.name(), saga.version()),
                        JavaNames.undoWorkflowImplementation(saga.name(), saga.version()),
                        JavaNames.sagaWorker(saga.name(), saga.version()))
                .map(name -> new GeneratedType(name, named));
    }

    private static Stream<GeneratedType> ofChain(Saga saga, Named named) {
        Stream<GeneratedType> links = saga.steps().stream().skip(1).flatMap(step -> ofLink(saga, step));
        return Stream.concat(
                Stream.of(new GeneratedType(JavaNames.envelope(saga.name(), saga.version()), named)), links);
    }

    private static Stream<GeneratedType> ofLink(Saga saga, Step step) {
        Named named = new Named("step", step.name(), step.nameLocation());
        return Stream.of(
                        JavaNames.link(saga.name(), saga.version(), step.name()),
                        JavaNames.linkImplementation(saga.name(), saga.version(), step.name()))
                .map(name -> new GeneratedType(name, named));
    }

    /** A type, and what in the definition it is generated for. */
    record GeneratedType(ClassName name, Named origin) {}
}
