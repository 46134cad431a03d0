package dev.skald.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of one step of the pipeline. */
public final class Diagnostics {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::message);

    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds a finding. */
    public void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    /** Adds findings of an earlier step. */
    public void reportAll(List<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    /** Whether any finding is an error. */
    public boolean hasErrors() {
        return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** What was found, by file and place; each finding once. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
