package dev.skald.maven;

import dev.skald.codegen.CodeGenerator;
import dev.skald.codegen.java.Selection;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Accepted;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All definitions of a project, compiled: the files that are to be written, or what is wrong.
 *
 * @param definitions the project's own files
 * @param model what they declare; to be used only where no finding is an error
 * @param diagnostics the findings, by file and place
 * @param accepted the findings that the definitions accept, by file and place
 * @param generated what is to be written; nothing where a finding is an error
 */
record Compilation(
        List<SourceFile> definitions,
        SagaModel model,
        List<Diagnostic> diagnostics,
        List<Accepted> accepted,
        List<GeneratedFile> generated) {

    Compilation {
        definitions = List.copyOf(definitions);
        diagnostics = List.copyOf(diagnostics);
        accepted = List.copyOf(accepted);
        generated = List.copyOf(generated);
    }

    /**
     * Compiles the project's own definitions, as far as generating from them.
     *
     * @throws IOException where a folder or a dependency cannot be read
     */
    static Compilation of(Definitions definitions) throws IOException {
        return read(definitions, new Names(List.of(), List.of())).generating(Selection.own(), type -> false);
    }

    /**
     * Compiles definitions, and generates nothing yet.
     *
     * @param names what of them is asked for: what is published may be asked for where nothing is declared
     * @throws IOException where a folder or a dependency cannot be read
     */
    static Compilation read(Definitions definitions, Names names) throws IOException {
        List<Result<SourceFile>> own = definitions.own();
        List<SourceFile> files = own.stream().map(Result::value).toList();
        boolean isIdle = own.isEmpty() && names.isEmpty();
        Result<SagaModel> model = DefinitionCompiler.compile(own, isIdle ? List.of() : definitions.imported());
        return new Compilation(files, model.value(), model.diagnostics(), model.accepted(), List.of());
    }

    /**
     * The same definitions with what is to be written for them; as it is where a finding is an error.
     *
     * @param selection which part of them
     * @param isThere whether a dependency has a class of that name
     */
    Compilation generating(Selection selection, Predicate<String> isThere) {
        if (hasErrors()) {
            return this;
        }
        Result<List<GeneratedFile>> written = CodeGenerator.generate(model, selection, isThere);
        Compilation checked = with(written.diagnostics());
        return new Compilation(definitions, model, checked.diagnostics(), accepted, written.value());
    }

    /** The same definitions with more findings. */
    Compilation with(List<Diagnostic> found) {
        Diagnostics all = new Diagnostics();
        all.reportAll(diagnostics);
        all.reportAll(found);
        return new Compilation(definitions, model, all.sorted(), accepted, generated);
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

    /** What is to be told of notes that are not printed, and how to see them; empty where there are none. */
    String notesInShort() {
        int notes = of(Severity.NOTE).size();
        return notes == 0
                ? ""
                : "\n" + count(notes, "note") + "; `mvn saga:validate` shows " + (notes == 1 ? "it." : "them.");
    }

    /** What is to be told of the findings that are accepted, each with its place and the reason. */
    String acceptances() {
        if (accepted.isEmpty()) {
            return "";
        }
        return accepted.stream()
                .map(one -> "\n  " + DiagnosticPrinter.line(one.finding()) + ", because: "
                        + DiagnosticPrinter.printable(one.because()))
                .collect(Collectors.joining("", "\nAccepted: " + count(accepted.size(), "finding"), ""));
    }

    private List<Diagnostic> errors() {
        return of(Severity.ERROR);
    }

    private List<Diagnostic> of(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .toList();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
