package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;

/** Nobody is left in an Anthology who could keep a deadline of the whole: each link ends when it has handed over. */
final class NoDeadline implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        if (saga.pattern().filter(Pattern.ANTHOLOGY::equals).isPresent()
                && saga.deadline().isPresent()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.PATTERN_NO_DEADLINE,
                            saga.places().deadline().orElse(saga.location()),
                            "saga `" + saga.name().simpleName()
                                    + "` has a `deadline`, and in an Anthology nobody is left to keep it")
                    .withHelp("take `deadline` out of its header, or make it `sync` (Time Travel)"));
        }
    }
}
