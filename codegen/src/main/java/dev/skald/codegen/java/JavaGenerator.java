package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes the Java files of a compilation: messages and participants from the model, sagas from their plans. */
public final class JavaGenerator {

    private final Parts parts;
    private final Predicate<ClassName> isThere;

    private JavaGenerator(Parts parts, Predicate<ClassName> isThere) {
        this.parts = parts;
        this.isThere = isThere;
    }

    /**
     * The files, by path.
     *
     * @param plans of the sagas that the selection concerns
     * @param isThere whether there is a class of that qualified name already, which is then not written
     */
    public static List<GeneratedFile> generate(
            SagaModel model, List<SagaPlan> plans, Selection selection, Predicate<String> isThere) {
        return new JavaGenerator(Parts.of(model, plans, selection), type -> isThere.test(type.canonicalName())).files();
    }

    private List<GeneratedFile> files() {
        Stream<JavaFile> files = Stream.of(messages(), participants(), clients(), mediators(), links())
                .flatMap(kind -> kind)
                .filter(file -> !isThere.test(
                        ClassName.get(file.packageName(), file.typeSpec().name())));
        return Stream.concat(files, workers())
                .map(JavaGenerator::write)
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private Stream<JavaFile> messages() {
        return Stream.of(
                        parts.records().stream().map(RecordGenerator::generate),
                        parts.enums().stream().map(EnumGenerator::generate),
                        parts.errors().stream().map(ErrorGenerator::generate))
                .flatMap(files -> files);
    }

    private Stream<JavaFile> participants() {
        Stream<JavaFile> interfaces = Stream.concat(parts.served().stream(), parts.called().stream())
                .distinct()
                .flatMap(participant ->
                        Stream.of(ActivitiesGenerator.generate(participant), WireGenerator.generate(participant)));
        return Stream.concat(interfaces, parts.called().stream().map(StubGenerator::generate));
    }

    /** One that is there already is written all the same where it cannot know a link that is not. */
    private Stream<JavaFile> workers() {
        return parts.served().stream()
                .filter(participant -> !isThere.test(JavaNames.participantWorker(participant))
                        || linksOf(participant).stream().anyMatch(isThere.negate()))
                .map(participant -> ParticipantWorkerGenerator.generate(participant, linksOf(participant)));
    }

    private List<ClassName> linksOf(Participant participant) {
        return parts.links().stream()
                .filter(link -> link.participant().equals(participant.name()))
                .map(Parts.Link::implementation)
                .toList();
    }

    private Stream<JavaFile> clients() {
        return parts.started().stream()
                .flatMap(plan -> Stream.of(ClientGenerator.generate(plan), FailedGenerator.generate(plan)));
    }

    private Stream<JavaFile> mediators() {
        return parts.led().stream().flatMap(JavaGenerator::mediator);
    }

    private static Stream<JavaFile> mediator(SagaPlan plan) {
        Stream<JavaFile> undo = plan.canBeUndone() ? UndoWorkflowGenerator.generate(plan) : Stream.empty();
        Stream<JavaFile> leading = Stream.of(
                WorkflowInterfaceGenerator.generate(plan),
                WorkflowImplGenerator.generate(plan),
                SagaWorkerGenerator.generate(plan));
        return Stream.of(shape(plan), leading, undo).flatMap(files -> files);
    }

    private Stream<JavaFile> links() {
        Stream<JavaFile> shared = parts.links().stream()
                .map(Parts.Link::plan)
                .distinct()
                .flatMap(plan -> Stream.concat(shape(plan), Stream.of(EnvelopeGenerator.generate(plan))));
        return Stream.concat(shared, parts.links().stream().flatMap(JavaGenerator::link));
    }

    private static Stream<JavaFile> link(Parts.Link link) {
        return Stream.of(
                link.isFront()
                        ? WorkflowInterfaceGenerator.generate(link.plan())
                        : LinkInterfaceGenerator.generate(link.plan(), link.workflow()),
                LinkGenerator.generate(link));
    }

    private static Stream<JavaFile> shape(SagaPlan plan) {
        return Stream.of(ShapeGenerator.generate(plan), StateGenerator.generate(plan));
    }

    /** The file as it is written. */
    static GeneratedFile write(JavaFile file) {
        String path =
                file.packageName().replace('.', '/') + "/" + file.typeSpec().name() + ".java";
        return new GeneratedFile(path, SourceLayout.tidy(file.toString()));
    }
}
