package dev.skald.codegen.java;

import com.palantir.javapoet.JavaFile;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes all Java files of a compilation: messages and participants from the model, sagas from their plans. */
public final class JavaGenerator {

    private JavaGenerator() {}

    /** The files, by path. */
    public static List<GeneratedFile> generate(SagaModel model, List<SagaPlan> plans) {
        return Stream.of(
                        model.records().stream().map(RecordGenerator::generate),
                        model.enums().stream().map(EnumGenerator::generate),
                        model.errors().stream().map(ErrorGenerator::generate),
                        model.participants().stream()
                                .filter(participant -> !participant.operations().isEmpty())
                                .flatMap(participant -> participant(participant, plans)),
                        plans.stream().flatMap(JavaGenerator::saga))
                .flatMap(files -> files)
                .map(JavaGenerator::write)
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private static Stream<JavaFile> participant(Participant participant, List<SagaPlan> plans) {
        return Stream.of(
                ActivitiesGenerator.generate(participant),
                WireGenerator.generate(participant),
                StubGenerator.generate(participant),
                ParticipantWorkerGenerator.generate(participant, LinksOfParticipant.in(plans, participant)));
    }

    private static Stream<JavaFile> saga(SagaPlan plan) {
        Stream<JavaFile> always = Stream.of(
                WorkflowInterfaceGenerator.generate(plan),
                ShapeGenerator.generate(plan),
                StateGenerator.generate(plan),
                ClientGenerator.generate(plan),
                FailedGenerator.generate(plan));
        return Stream.concat(always, plan.lead().isChain() ? chain(plan) : mediator(plan));
    }

    private static Stream<JavaFile> mediator(SagaPlan plan) {
        Stream<JavaFile> undo = plan.canBeUndone() ? UndoWorkflowGenerator.generate(plan) : Stream.empty();
        return Stream.concat(undo, Stream.of(WorkflowImplGenerator.generate(plan), SagaWorkerGenerator.generate(plan)));
    }

    private static Stream<JavaFile> chain(SagaPlan plan) {
        Stream<JavaFile> others = plan.others().stream()
                .flatMap(link ->
                        Stream.of(LinkInterfaceGenerator.generate(plan, link), LinkGenerator.generate(plan, link)));
        return Stream.concat(
                Stream.of(EnvelopeGenerator.generate(plan), LinkGenerator.generate(plan, plan.front())), others);
    }

    /** The file as it is written. */
    static GeneratedFile write(JavaFile file) {
        String path =
                file.packageName().replace('.', '/') + "/" + file.typeSpec().name() + ".java";
        return new GeneratedFile(path, SourceLayout.tidy(file.toString()));
    }
}
