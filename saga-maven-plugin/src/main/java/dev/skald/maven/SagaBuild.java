package dev.skald.maven;

import dev.skald.codegen.java.ScaffoldGenerator;
import dev.skald.codegen.java.Selection;
import dev.skald.codegen.output.Addition;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.output.OutputFolder;
import dev.skald.codegen.output.OutputSummary;
import dev.skald.codegen.output.SourceFolder;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.Participant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does what the goals are for, without Maven: a wrong definition becomes a result, a broken environment an exception.
 */
final class SagaBuild {

    private SagaBuild() {}

    /** Checks the definitions as far as generating from them would, and writes nothing but the report. */
    static GoalResult validate(ValidationRequest request) throws IOException {
        Compilation compilation = Compilation.of(request.definitions());
        if (request.report().isPresent()) {
            request.report().get().write(compilation.diagnostics(), compilation.accepted());
        }
        if (compilation.hasErrors()) {
            return GoalResult.of(compilation, compilation.errorCount());
        }
        if (compilation.isEmpty()) {
            return GoalResult.of(compilation, nothingToDo(request.definitions().sourceDirectory()));
        }
        return GoalResult.of(
                compilation, "No errors in " + compilation.definitionCount() + "." + compilation.acceptances());
    }

    /** Generates from the definitions; leaves everything as it is where one of them is wrong. */
    static GoalResult generate(GenerationRequest request) throws IOException {
        Compilation read = Compilation.read(request.definitions(), request.names());
        Choice choice = Choice.of(read.model(), request.names());
        if (!read.hasErrors() && choice.hasUnknown()) {
            return GoalResult.failure(read, choice.complaint() + ". Nothing was generated");
        }
        try (ClassPath dependencies = ClassPath.of(request.dependencies())) {
            Selection selection = request.names().isEmpty() ? Selection.own() : choice.selection();
            return generate(request, read.generating(selection, dependencies::has));
        }
    }

    private static GoalResult generate(GenerationRequest request, Compilation compilation) throws IOException {
        if (compilation.hasErrors()) {
            return GoalResult.withoutNotes(compilation, compilation.errorCount() + "; nothing was generated");
        }
        boolean isPublishedOnly = request.publishing() == Publishing.ONLY;
        // Even without definitions: the last one may have been deleted since an earlier run.
        OutputSummary summary = new OutputFolder(request.outputDirectory())
                .write(isPublishedOnly ? List.of() : compilation.generated());
        boolean idle = compilation.isEmpty()
                && request.names().isEmpty()
                && summary.deleted() == 0
                && summary.kept().isEmpty();
        if (idle) {
            return GoalResult.withoutNotes(
                    compilation, nothingToDo(request.definitions().sourceDirectory()));
        }
        String done = isPublishedOnly
                ? "Published " + compilation.definitionCount() + "; no Java is generated here."
                : summary.sentence();
        return GoalResult.withoutNotes(compilation, done + compilation.notesInShort());
    }

    /** Writes first implementations where there are none yet; writes nothing where a definition is wrong. */
    static GoalResult scaffold(ScaffoldRequest request) throws IOException {
        Compilation read = Compilation.read(request.definitions(), request.names());
        Choice choice = Choice.of(read.model(), request.names());
        if (!read.hasErrors() && choice.hasUnknown()) {
            return GoalResult.failure(read, choice.complaint() + ". Nothing was scaffolded");
        }
        boolean isAll = request.names().isEmpty();
        Compilation compilation = read.generating(isAll ? Selection.own() : choice.selection(), type -> false);
        if (compilation.hasErrors()) {
            return GoalResult.withoutNotes(compilation, compilation.errorCount() + "; nothing was scaffolded");
        }
        if (compilation.isEmpty() && isAll) {
            return GoalResult.withoutNotes(
                    compilation, nothingToDo(request.definitions().sourceDirectory()));
        }
        return scaffold(
                request,
                compilation,
                isAll
                        ? ScaffoldGenerator.participants(compilation.model().own())
                        : choice.participants().meant());
    }

    private static GoalResult scaffold(ScaffoldRequest request, Compilation compilation, List<Participant> participants)
            throws IOException {
        Result<List<GeneratedFile>> scaffold = ScaffoldGenerator.generate(compilation.model(), participants);
        Compilation checked = compilation.with(scaffold.diagnostics());
        if (checked.hasErrors()) {
            return GoalResult.withoutNotes(checked, checked.errorCount() + "; nothing was scaffolded");
        }
        List<Addition> additions = new SourceFolder(request.scaffoldDirectory()).add(scaffold.value());
        return GoalResult.withoutNotes(checked, new ScaffoldSummary(request.folder(), additions).sentence());
    }

    /** Puts the {@code .saga} files into their canonical layout, or finds those that are not in it. */
    static GoalResult format(FormatRequest request) throws IOException {
        FormatRun run = new FormatRun(request);
        for (Result<SourceFile> file :
                new Definitions(request.projectDirectory(), request.sourceDirectory(), List.of()).own()) {
            if (!file.value().isYaml()) {
                run.format(file);
            }
        }
        return run.isEmpty()
                ? run.result("There is nothing to do: no *.saga files are in " + request.sourceDirectory() + ".")
                : run.result();
    }

    /** Writes definitions in the other notation, beside the files that they are in. */
    static GoalResult convert(ConversionRequest request) throws IOException {
        if (!Files.exists(request.subject())) {
            return GoalResult.of(List.of(), List.of(), true, "There is no file or folder " + request.subject());
        }
        ConversionRun run = new ConversionRun(
                request, new Definitions(request.projectDirectory(), request.sourceDirectory(), List.of()).own());
        return run.result();
    }

    private static String nothingToDo(Path sourceDirectory) {
        return "There is nothing to do: no definitions (*.saga, *.saga.yaml, *.saga.yml) are in " + sourceDirectory
                + ". If this is unexpected, set `sourceDirectory` to the folder that they are in.";
    }
}
