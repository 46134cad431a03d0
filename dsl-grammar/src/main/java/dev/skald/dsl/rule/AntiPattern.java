package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;

/** All or nothing, and nobody waits for anybody: the two async atomic sagas want a written reason. */
final class AntiPattern implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern()
                .filter(pattern ->
                        pattern.communication() == Communication.ASYNC && pattern.consistency() == Consistency.ATOMIC)
                .ifPresent(pattern -> diagnostics.report(Diagnostic.of(
                                DiagnosticId.PATTERN_ANTI_PATTERN,
                                saga.location(),
                                pattern.title() + " is an anti-pattern: it promises all or nothing, "
                                        + (pattern == Pattern.FANTASY_FICTION
                                                ? "and has to take back what still runs"
                                                : "and nobody in it knows the whole"))
                        .withHelp("make it `eventual` (" + eventual(pattern).title() + ") or `sync` ("
                                + sync(pattern).title()
                                + "), or write `accept pattern.anti-pattern because \"…\"` in its header")));
    }

    private static Pattern eventual(Pattern pattern) {
        return Pattern.of(pattern.communication(), Consistency.EVENTUAL, pattern.coordination());
    }

    private static Pattern sync(Pattern pattern) {
        return Pattern.of(Communication.SYNC, pattern.consistency(), pattern.coordination());
    }
}
