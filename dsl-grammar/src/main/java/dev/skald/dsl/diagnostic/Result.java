package dev.skald.dsl.diagnostic;

import java.util.List;

/**
 * What a step of the pipeline yields: its value, as far as it could be made, and all it found. Only the plugin decides
 * to fail.
 *
 * @param value the value; to be generated from only where {@link #hasErrors()} is false
 * @param diagnostics the findings, by file and place, without those that are accepted
 * @param accepted the findings that a definition accepts, by file and place
 * @param <T> the step's value
 */
public record Result<T>(T value, List<Diagnostic> diagnostics, List<Accepted> accepted) {

    public Result {
        diagnostics = List.copyOf(diagnostics);
        accepted = List.copyOf(accepted);
    }

    /** A value and what was found, none of which could be accepted. */
    public Result(T value, List<Diagnostic> diagnostics) {
        this(value, diagnostics, List.of());
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
