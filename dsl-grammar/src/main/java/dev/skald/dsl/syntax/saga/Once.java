package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Optional;

/** A clause that may be there once: the first counts, another is reported. */
final class Once<T> {

    private final String clause;
    private final Diagnostics diagnostics;
    private Optional<T> value = Optional.empty();
    private Optional<SourceLocation> first = Optional.empty();

    /** The clause that messages call {@code clause}. */
    Once(String clause, Diagnostics diagnostics) {
        this.clause = clause;
        this.diagnostics = diagnostics;
    }

    void set(T newValue, SourceLocation location) {
        if (first.isEmpty()) {
            value = Optional.of(newValue);
            first = Optional.of(location);
        } else {
            diagnostics.report(Diagnostic.of(DiagnosticId.SYNTAX_DUPLICATE, location, clause + " is there twice")
                    .withNote("first here", first.get()));
        }
    }

    Optional<T> value() {
        return value;
    }
}
