package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;

/** Tells of each saga what its pattern is good for, and of a neighbour that fits better where there is one. */
final class PatternAdvice implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.pattern().ifPresent(pattern -> diagnostics.report(advice(saga, pattern)));
    }

    private static Diagnostic advice(Saga saga, Pattern chosen) {
        SagaProfile profile = SagaProfile.of(saga);
        Diagnostic advice = Diagnostic.of(
                        DiagnosticId.PATTERN_ADVICE,
                        saga.location(),
                        "saga `" + saga.name().simpleName() + "` is " + withArticle(chosen) + ": " + ratings(chosen))
                .withNote(counted(saga, profile, chosen));
        FittingPattern fitting = FittingPattern.of(profile, chosen);
        for (String reason : fitting.reasons()) {
            advice = advice.withNote(reason);
        }
        return fitting.pattern() == chosen
                ? advice
                : advice.withHelp(withArticle(fitting.pattern()) + " would fit better: write `"
                        + fitting.pattern().words() + "` (`" + fitting.pattern().word() + "`); it has "
                        + ratings(fitting.pattern()));
    }

    private static String ratings(Pattern pattern) {
        return Ratings.of(pattern)
                .map(Ratings::text)
                .orElse("an anti-pattern, for atomicity and asynchrony hardly go together");
    }

    private static String counted(Saga saga, SagaProfile profile, Pattern pattern) {
        String calls = "counted from the definition: " + count(profile.steps(), "step") + " at "
                + count(profile.participants(), "participant");
        return pattern.coordination() == Coordination.ORCHESTRATED
                ? calls + ", and at most " + count(HistoryEvents.of(saga), "event") + " of history"
                : calls;
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String withArticle(Pattern pattern) {
        return ("AEIOU".indexOf(pattern.title().charAt(0)) < 0 ? "a " : "an ") + pattern.title();
    }
}
