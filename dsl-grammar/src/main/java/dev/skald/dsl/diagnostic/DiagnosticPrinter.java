package dev.skald.dsl.diagnostic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes text of findings: a snippet for people, one line for logs. Readable without colour. */
public final class DiagnosticPrinter {

    private final Map<String, SourceFile> files;
    private final Map<String, List<int[]>> lines = new HashMap<>();

    /** A printer that cuts its excerpts from {@code files}. */
    public DiagnosticPrinter(Collection<SourceFile> files) {
        this.files =
                files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity(), (one, same) -> one));
    }

    /** {@code file:line:column: error: message [id]}. */
    public static String line(Diagnostic diagnostic) {
        return diagnostic.location() + ": " + diagnostic.severity().word() + ": "
                + Excerpt.printable(diagnostic.message()) + " ["
                + diagnostic.id().code() + "]";
    }

    /** Text of a definition with every character replaced that could steer a terminal, line breaks too. */
    public static String printable(String text) {
        return Excerpt.printable(text);
    }

    /** The finding with its excerpt, notes and help; lines end with a line feed. */
    public String snippet(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder()
                .append(diagnostic.severity().word())
                .append('[')
                .append(diagnostic.id().code())
                .append("]: ")
                .append(Excerpt.printable(diagnostic.message()))
                .append('\n');
        excerpt(text, diagnostic.location());
        for (Diagnostic.Note note : diagnostic.notes()) {
            text.append("note: ").append(Excerpt.printable(note.message())).append('\n');
            note.location().ifPresent(location -> excerpt(text, location));
        }
        diagnostic
                .help()
                .ifPresent(help -> text.append("help: ")
                        .append(help.lines().map(Excerpt::printable).collect(Collectors.joining("\n")))
                        .append('\n'));
        return text.toString();
    }

    /** All snippets, an empty line between two, and a last line that counts them. */
    public String report(List<Diagnostic> diagnostics) {
        String snippets = diagnostics.stream().map(this::snippet).collect(Collectors.joining("\n"));
        return snippets + (diagnostics.isEmpty() ? "" : "\n") + summary(diagnostics);
    }

    /** Such as {@code 2 errors, 1 warning}. */
    public static String summary(List<Diagnostic> diagnostics) {
        String counts = java.util.Arrays.stream(Severity.values())
                .map(severity -> count(diagnostics, severity))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no findings" : counts;
    }

    private static Optional<String> count(List<Diagnostic> diagnostics, Severity severity) {
        long count = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(count + " " + severity.word() + (count == 1 ? "" : "s"));
    }

    private List<int[]> linesOf(String path) {
        SourceFile file = files.get(path);
        return file == null
                ? List.of()
                : file.text().lines().map(line -> line.codePoints().toArray()).toList();
    }

    private void excerpt(StringBuilder text, SourceLocation location) {
        String gutter = " ".repeat(Integer.toString(location.line()).length());
        text.append(gutter).append("--> ").append(location).append('\n');
        Excerpt.of(lines.computeIfAbsent(location.file(), this::linesOf), location)
                .ifPresent(excerpt -> text.append(gutter)
                        .append(" |\n")
                        .append(location.line())
                        .append(" | ")
                        .append(excerpt.source())
                        .append('\n')
                        .append(gutter)
                        .append(" | ")
                        .append(excerpt.marker())
                        .append('\n'));
    }
}
