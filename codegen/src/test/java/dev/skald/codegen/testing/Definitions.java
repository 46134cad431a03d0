package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.CodeGenerator;
import dev.skald.codegen.java.Selection;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.syntax.DefinitionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compiles definitions that a test writes down. */
public final class Definitions {

    private Definitions() {}

    /** The model of definitions, each the text of a file; they must have no errors. */
    public static SagaModel model(String... texts) {
        AtomicInteger number = new AtomicInteger();
        return model(Arrays.stream(texts)
                .map(text -> new SourceFile("src/main/saga/test-" + number.incrementAndGet() + ".saga", text))
                .toList());
    }

    /** The model of files; they must have no errors. */
    public static SagaModel model(List<SourceFile> files) {
        Result<SagaModel> result = DefinitionCompiler.compile(
                files.stream().map(file -> new Result<>(file, List.of())).toList());
        assertThat(errors(result.diagnostics()))
                .as(new DiagnosticPrinter(files).report(result.diagnostics()))
                .isEmpty();
        return result.value();
    }

    /** The model of a module without definitions of its own, whose dependency publishes these; they have no errors. */
    public static SagaModel imported(String... texts) {
        SagaModel published = model(texts);
        Result<SagaModel> result = DefinitionCompiler.compile(
                List.of(),
                published.files().stream()
                        .map(file -> new Result<>(file, List.of()))
                        .toList());
        assertThat(errors(result.diagnostics())).isEmpty();
        return result.value();
    }

    /** The model of a file, or of the files in a folder; they must have no errors. */
    public static SagaModel modelAt(Path fileOrFolder) throws IOException {
        try (Stream<Path> files = Files.walk(fileOrFolder, 1)) {
            return model(files.filter(DefinitionFolder::isDefinition)
                    .sorted()
                    .map(Definitions::read)
                    .toList());
        }
    }

    /** The generated files of definitions without errors and clashes. */
    public static List<GeneratedFile> generate(String... texts) {
        return generate(model(texts));
    }

    /** The generated files of a model without clashes. */
    public static List<GeneratedFile> generate(SagaModel model) {
        return generate(model, Selection.own(), type -> false);
    }

    /** The generated files of a part of a model without clashes. */
    public static List<GeneratedFile> generate(SagaModel model, Selection selection, Predicate<String> isThere) {
        Result<List<GeneratedFile>> result = CodeGenerator.generate(model, selection, isThere);
        assertThat(result.diagnostics())
                .as(new DiagnosticPrinter(model.files()).report(result.diagnostics()))
                .isEmpty();
        return result.value();
    }

    /** The generated file whose path ends so. */
    public static String content(List<GeneratedFile> files, String ending) {
        return files.stream()
                .filter(file -> file.path().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + ending + " among "
                        + files.stream().map(GeneratedFile::path).toList()))
                .content();
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile("src/main/saga/" + file.getFileName(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    /** The saga as another pattern runs it. */
    public static Saga as(Pattern pattern, Saga saga) {
        return new Saga(
                saga.name(),
                saga.input(),
                saga.output(),
                Optional.of(pattern),
                saga.version(),
                saga.id(),
                saga.deadline(),
                saga.queue(),
                saga.description(),
                saga.onStateChange(),
                saga.accepted(),
                saga.body(),
                saga.places());
    }
}
