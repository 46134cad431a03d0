package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes first implementations of participants, for their teams to go on from: classes that tell what a participant
 * promises, and whose operations fail until somebody writes them. They stand in the package of the interface that they
 * implement, where they meet none of the definitions' own types, and which goes with the participant wherever it goes.
 */
public final class ScaffoldGenerator {

    private ScaffoldGenerator() {}

    /** The participants that can be asked for anything, and so have something to implement. */
    public static List<Participant> participants(SagaModel model) {
        return model.participants().stream()
                .filter(participant -> !participant.operations().isEmpty())
                .toList();
    }

    /**
     * The first implementations, by path.
     *
     * @param model without errors and clashes
     * @param participants of the model, with operations
     * @return no file at all where a class cannot have its name, which is reported
     */
    public static Result<List<GeneratedFile>> generate(SagaModel model, List<Participant> participants) {
        List<Diagnostic> clashes = ImplementationClashes.in(model, participants);
        List<GeneratedFile> files = participants.stream()
                .map(participant -> JavaGenerator.write(file(model, participant)))
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
        return new Result<>(clashes.isEmpty() ? files : List.of(), clashes);
    }

    private static JavaFile file(SagaModel model, Participant participant) {
        OperationUses uses = OperationUses.of(model);
        ClassName name = JavaNames.implementation(participant);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(JavaNames.activities(participant));
        describe(type, participant);
        if (isGenerated(model, ScaffoldMethods.NOT_WRITTEN)) {
            type.alwaysQualify(ScaffoldMethods.NOT_WRITTEN.simpleName());
        }
        participant
                .operations()
                .forEach(operation -> type.addMethod(ScaffoldMethods.method(participant, operation, uses)));
        return JavaFile.builder(name.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static boolean isGenerated(SagaModel model, ClassName namesake) {
        return GeneratedTypes.messages(model)
                .anyMatch(type -> type.name().simpleName().equals(namesake.simpleName()));
    }

    private static void describe(TypeSpec.Builder type, Participant participant) {
        type.addJavadoc("Participant {@code $L}: ", participant.name().simpleName())
                .addJavadoc("a first implementation, to be filled in. It is yours:\n")
                .addJavadoc("{@code saga:scaffold} wrote it, and never writes over it.\n\n")
                .addJavadoc("<p>A participant makes three promises, ")
                .addJavadoc("by the call that {@link $T#current} tells:\n\n", RuntimeTypes.SAGA_CALL)
                .addJavadoc("<ul>\n")
                .addJavadoc("  <li>The same call has the same answer, or the same refusal, however often it comes;\n")
                .addJavadoc("      {@link $T#key} tells it again.\n", RuntimeTypes.SAGA_CALL)
                .addJavadoc("  <li>After an undo, a late request of the same saga, step and iteration is refused.\n")
                .addJavadoc("  <li>An undo whose request never came succeeds.\n")
                .addJavadoc("</ul>\n\n")
                .addJavadoc("<p>It keeps them by writing down what it answered, ")
                .addJavadoc("in the transaction that does the work.\n\n")
                .addJavadoc("<p>An operation that is not written yet throws ")
                .addJavadoc("{@link $T}, and so never claims to\n", ScaffoldMethods.NOT_WRITTEN)
                .addJavadoc("have done anything: the saga asks again, ")
                .addJavadoc("as after every failure that is no declared error, and\n")
                .addJavadoc("stays open where an undo is missing.\n\n")
                .addJavadoc("<p>One instance answers all calls, on several threads.\n")
                .addJavadoc("{@link $T#register} makes a worker serve it.", JavaNames.participantWorker(participant));
    }
}
