package dev.skald.maven;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * What came of a goal, to be told to the user.
 *
 * @param findings what was found in the definitions, by file and place
 * @param failed whether what the user wrote is at fault, and the build must stop
 * @param sentence what was done, or why nothing was; it may have more lines than one
 */
record GoalResult(List<Finding> findings, boolean failed, String sentence) {

    GoalResult {
        findings = List.copyOf(findings);
    }

    /** The result of what was compiled; it failed where there are errors. */
    static GoalResult of(Compilation compilation, String sentence) {
        return new GoalResult(findings(compilation, Severity.values()), compilation.hasErrors(), sentence);
    }

    /** The same, of a goal that is no place for notes. */
    static GoalResult withoutNotes(Compilation compilation, String sentence) {
        return new GoalResult(
                findings(compilation, Severity.ERROR, Severity.WARNING), compilation.hasErrors(), sentence);
    }

    /** That the build must stop, although the definitions are right. */
    static GoalResult failure(Compilation compilation, String sentence) {
        return new GoalResult(findings(compilation, Severity.ERROR, Severity.WARNING), true, sentence);
    }

    /** The result of what was done to files, each for itself. */
    static GoalResult of(List<SourceFile> files, List<Diagnostic> diagnostics, boolean failed, String sentence) {
        return new GoalResult(
                findings(files, diagnostics, Severity.ERROR, Severity.WARNING, Severity.NOTE), failed, sentence);
    }

    private static List<Finding> findings(Compilation compilation, Severity... shown) {
        return findings(compilation.model().files(), compilation.diagnostics(), shown);
    }

    private static List<Finding> findings(List<SourceFile> files, List<Diagnostic> diagnostics, Severity... shown) {
        Set<Severity> severities = Set.of(shown);
        DiagnosticPrinter printer = new DiagnosticPrinter(files);
        return diagnostics.stream()
                .filter(diagnostic -> severities.contains(diagnostic.severity()))
                .map(diagnostic -> new Finding(diagnostic.severity(), printer.snippet(diagnostic)))
                .toList();
    }

    /**
     * A finding as it is printed.
     *
     * @param severity what it means for the build
     * @param snippet its text, of several lines
     */
    record Finding(Severity severity, String snippet) {}
}
