package dev.skald.maven;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.SagaFormatter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats one file after the other, and remembers what came of it. */
final class FormatRun {

    private final FormatRequest request;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    FormatRun(FormatRequest request) {
        this.request = request;
    }

    /** Formats a file, unless it has errors: then it is left as it is. */
    void format(Result<SourceFile> read) throws IOException {
        SourceFile file = read.value();
        files.add(file);
        Result<Optional<String>> formatted =
                read.hasErrors() ? new Result<>(Optional.empty(), read.diagnostics()) : SagaFormatter.format(file);
        formatted.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(errors::add);
        Optional<String> text = formatted.value().filter(anew -> !anew.equals(file.text()));
        if (text.isPresent()) {
            changed.add(file.path());
            if (!request.check()) {
                AtomicFile.write(request.projectDirectory().resolve(file.path()), text.get());
            }
        }
    }

    /** Whether there was no file at all. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What came of it. */
    GoalResult result() {
        return result(request.check() ? checked() : formatted());
    }

    /** What came of it, in a sentence of the caller's. */
    GoalResult result(String sentence) {
        boolean failed = !errors.isEmpty() || (request.check() && !changed.isEmpty());
        return GoalResult.of(files, errors, failed, sentence);
    }

    private String formatted() {
        StringBuilder sentence = new StringBuilder();
        // A build that fails tells its reason in one line.
        (errors.isEmpty() ? changed : List.<String>of())
                .forEach(path -> sentence.append("Formatted: ").append(path).append('\n'));
        int wrong = wrongFiles();
        return sentence.append(files(changed.size()))
                .append(" formatted, ")
                .append(files(files.size() - changed.size() - wrong))
                .append(" formatted already")
                .append(
                        wrong == 0
                                ? "."
                                : ", " + files(wrong) + " with errors left as " + (wrong == 1 ? "it is" : "they are"))
                .toString();
    }

    private String checked() {
        if (changed.isEmpty() && errors.isEmpty()) {
            return files.size() == 1 ? "The file is formatted." : "All " + files.size() + " files are formatted.";
        }
        List<String> complaints = new ArrayList<>();
        if (!errors.isEmpty()) {
            complaints.add(files(wrongFiles()) + " with errors");
        }
        if (!changed.isEmpty()) {
            complaints.add(files(changed.size()) + " not formatted: " + String.join(", ", changed)
                    + ". This formats: mvn saga:format");
        }
        return String.join("; ", complaints);
    }

    private int wrongFiles() {
        return (int) errors.stream()
                .map(diagnostic -> diagnostic.location().file())
                .distinct()
                .count();
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
