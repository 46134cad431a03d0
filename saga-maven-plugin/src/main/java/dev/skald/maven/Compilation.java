package dev.skald.maven;

import dev.skald.codegen.CodeGenerator;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.syntax.DefinitionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/**
 * All definitions of a folder, compiled: the files that are to be written, or what is wrong.
 *
 * @param definitions the files that were found
 * @param model what they declare; to be used only where no finding is an error
 * @param diagnostics the findings, by file and place
 * @param generated what is to be written; nothing where a finding is an error
 */
record Compilation(
        List<SourceFile> definitions, SagaModel model, List<Diagnostic> diagnostics, List<GeneratedFile> generated) {

    Compilation {
        definitions = List.copyOf(definitions);
        diagnostics = List.copyOf(diagnostics);
        generated = List.copyOf(generated);
    }

    /**
     * Compiles the definitions below a folder, which need not exist.
     *
     * @param sourceDirectory the folder
     * @param projectDirectory what findings name the definitions relative to
     * @throws IOException where the folder cannot be read
     */
    static Compilation of(Path sourceDirectory, Path projectDirectory) throws IOException {
        List<Result<SourceFile>> definitions = read(sourceDirectory, projectDirectory);
        Result<SagaModel> model = DefinitionCompiler.compile(definitions);
        List<SourceFile> files = definitions.stream().map(Result::value).toList();
        if (model.hasErrors()) {
            return new Compilation(files, model.value(), model.diagnostics(), List.of());
        }
        Result<List<GeneratedFile>> generated = CodeGenerator.generate(model.value());
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(model.diagnostics());
        diagnostics.reportAll(generated.diagnostics());
        return new Compilation(files, model.value(), diagnostics.sorted(), generated.value());
    }

    /** The same definitions with more findings. */
    Compilation with(List<Diagnostic> found) {
        Diagnostics all = new Diagnostics();
        all.reportAll(diagnostics);
        all.reportAll(found);
        return new Compilation(definitions, model, all.sorted(), generated);
    }

    /** All definitions below a folder, as they were read. */
    static List<Result<SourceFile>> read(Path sourceDirectory, Path projectDirectory) throws IOException {
        if (Files.exists(sourceDirectory) && !Files.isDirectory(sourceDirectory)) {
            throw new NotDirectoryException(sourceDirectory.toString());
        }
        try {
            return new DefinitionFolder(sourceDirectory, projectDirectory).read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether there is nothing to compile. */
    boolean isEmpty() {
        return definitions.isEmpty();
    }

    /** Whether any finding is an error. */
    boolean hasErrors() {
        return !errors().isEmpty();
    }

    /** Such as {@code 5 errors in 2 files}. */
    String errorCount() {
        long files = errors().stream()
                .map(error -> error.location().file())
                .distinct()
                .count();
        return count(errors().size(), "error") + " in " + count(files, "file");
    }

    /** Such as {@code 2 files}. */
    String definitionCount() {
        return count(definitions.size(), "file");
    }

    private List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
