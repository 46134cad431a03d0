package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * Says of a construct that it is part of the language, and that this version does not build it: never a wrong reading.
 */
final class NotBuilt {

    private final Diagnostics diagnostics;

    NotBuilt(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Reports {@code construct}, in the words that follow “…”: such as {@code `if`} or {@code a step's description}.
     */
    void report(String construct, SourceLocation location) {
        diagnostics.report(Diagnostic.of(DiagnosticId.LANGUAGE_NOT_BUILT, location, construct + " is not built yet")
                .withHelp(
                        "it is part of the language, but this version of Skald cannot generate it; see the changelog"));
    }
}
