package dev.skald.dsl.diagnostic;

import java.util.List;

/**
 * What a step of the pipeline yields: its value, as far as it could be made, and all it found. Only the plugin decides
 * to fail.
 *
 * @param value the value; to be generated from only where {@link #hasErrors()} is false
 * @param diagnostics the findings, by file and place
 * @param <T> the step's value
 */
public record Result<T>(T value, List<Diagnostic> diagnostics) {

    public Result {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
