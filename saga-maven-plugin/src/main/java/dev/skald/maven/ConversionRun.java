package dev.skald.maven;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.convert.Converter;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts one file after the other, and remembers what came of it. */
final class ConversionRun {

    private final ConversionRequest request;
    private final List<Result<SourceFile>> files;
    private final Map<SourceFile, Result<DefinitionFile>> trees = new LinkedHashMap<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private int written;
    private int leftAlone;

    /** A run over some of {@code files}, which are one compilation. */
    ConversionRun(ConversionRequest request, List<Result<SourceFile>> files) {
        this.request = request;
        this.files = files;
        for (Result<SourceFile> file : files) {
            if (!file.hasErrors()) {
                trees.put(file.value(), DefinitionParser.parse(file.value()));
            }
        }
    }

    /** Converts what is to be converted; what came of it. */
    GoalResult result() throws IOException {
        Converter converter =
                new Converter(trees.values().stream().map(Result::value).toList());
        int count = 0;
        for (Result<SourceFile> file : files) {
            if (path(file.value().path())
                    .startsWith(request.subject().toAbsolutePath().normalize())) {
                count++;
                convert(file, converter);
            }
        }
        List<SourceFile> sources = files.stream().map(Result::value).toList();
        String sentence = count == 0
                ? "There is nothing to do: " + request.subject() + " is no definition in " + request.sourceDirectory()
                        + ", and no folder of some."
                : sentence(count);
        return GoalResult.of(sources, errors, !errors.isEmpty(), sentence);
    }

    private void convert(Result<SourceFile> file, Converter converter) throws IOException {
        Result<DefinitionFile> tree = trees.get(file.value());
        if (file.hasErrors() || tree == null || tree.hasErrors()) {
            errors.addAll(errorsOf(tree == null ? file.diagnostics() : tree.diagnostics()));
            return;
        }
        String other = Converter.otherName(file.value());
        if (Files.exists(path(other)) && !request.overwrite()) {
            leftAlone++;
            lines.append("Left alone, because it is there already: ")
                    .append(other)
                    .append('\n');
            return;
        }
        Result<Optional<String>> converted = converter.convert(tree.value());
        errors.addAll(errorsOf(converted.diagnostics()));
        if (converted.value().isPresent()) {
            AtomicFile.write(path(other), converted.value().get());
            written++;
            lines.append("Written: ").append(other).append('\n');
        }
    }

    private Path path(String relative) {
        return request.projectDirectory().resolve(relative).toAbsolutePath().normalize();
    }

    private static List<Diagnostic> errorsOf(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private String sentence(int count) {
        if (!errors.isEmpty()) {
            lines.setLength(0); // a build that fails tells its reason in one line
        }
        lines.append("Converted ")
                .append(count == 1 ? "1 file" : count + " files")
                .append(": ")
                .append(written)
                .append(" written, ")
                .append(leftAlone)
                .append(" left alone");
        int wrong = count - written - leftAlone;
        lines.append(wrong == 0 ? "." : ", " + wrong + " with errors");
        if (written > 0 && errors.isEmpty()) {
            lines.append("\nKeep one file of each two: both declare the same, which the next build refuses.");
        }
        return lines.toString();
    }
}
