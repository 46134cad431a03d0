package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Acceptance;
import dev.skald.dsl.syntax.tree.Text;
import java.util.List;

/** Reads which findings a definition accepts, each for a reason. */
final class Acceptances {

    private final Diagnostics diagnostics;

    Acceptances(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Acceptance> resolve(List<dev.skald.dsl.syntax.tree.Acceptance> accepted) {
        return accepted.stream().map(this::resolve).toList();
    }

    private Acceptance resolve(dev.skald.dsl.syntax.tree.Acceptance accepted) {
        String because = accepted.because().map(Text::value).orElse("");
        if (because.isBlank()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.SYNTAX_MISSING, accepted.location(), "`accept` does not say why")
                    .withHelp("give the reason: `accept " + accepted.rule().text() + " because \"…\"`"));
        }
        return new Acceptance(accepted.rule().text(), because, accepted.rule().location());
    }
}
