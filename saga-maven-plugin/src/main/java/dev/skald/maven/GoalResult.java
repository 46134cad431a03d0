package dev.skald.maven;

import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Severity;
import java.util.List;

/**
 * What came of a goal, to be told to the user.
 *
 * @param findings what was found in the definitions, by file and place
 * @param failed whether the definitions are at fault and the build must stop
 * @param sentence what was done, or why nothing was
 */
record GoalResult(List<Finding> findings, boolean failed, String sentence) {

    GoalResult {
        findings = List.copyOf(findings);
    }

    /** The result of what was compiled; it failed where there are errors. */
    static GoalResult of(Compilation compilation, String sentence) {
        DiagnosticPrinter printer = new DiagnosticPrinter(compilation.definitions());
        List<Finding> findings = compilation.diagnostics().stream()
                .map(diagnostic -> new Finding(diagnostic.severity(), printer.snippet(diagnostic)))
                .toList();
        return new GoalResult(findings, compilation.hasErrors(), sentence);
    }

    /**
     * A finding as it is printed.
     *
     * @param severity what it means for the build
     * @param snippet its text, of several lines
     */
    record Finding(Severity severity, String snippet) {}
}
