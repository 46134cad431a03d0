package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.LimitPlaces;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a saga does before the point of no return has room within the saga's own deadline: a step, an event that is
 * waited for, a timer. From there on the deadline undoes nothing, and bounds nothing.
 */
final class LongerThanTheSaga implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        saga.deadline().ifPresent(deadline -> check(saga, deadline, diagnostics));
    }

    private static void check(Saga saga, Duration deadline, Diagnostics diagnostics) {
        List<Statement> statements = saga.statements().toList();
        for (Statement statement : statements) {
            if (statement instanceof Step step && step.kind() == StepKind.RETRIABLE) {
                return;
            }
            longest(statement)
                    .filter(longest -> longest.duration().compareTo(deadline) >= 0)
                    .ifPresent(longest -> report(longest, saga, deadline, diagnostics));
            if (statement instanceof Step step && step.kind() == StepKind.PIVOT) {
                return;
            }
        }
    }

    private static Optional<Longest> longest(Statement statement) {
        if (statement instanceof Step step) {
            return longest(step);
        }
        if (statement instanceof Statement.Wait wait) {
            return Optional.of(new Longest("the saga waits for", wait.duration(), wait.location()));
        }
        return statement instanceof Statement.Await await
                ? await.within()
                        .map(within ->
                                new Longest("`" + await.name() + "` is waited for up to", within, await.nameLocation()))
                : Optional.empty();
    }

    private static Optional<Longest> longest(Step step) {
        LimitPlaces places = step.limits().places();
        return places.deadline()
                .map(place -> new Longest(
                        "all attempts of the step may take",
                        step.limits().deadline().orElseThrow(),
                        place))
                .or(() -> places.timeout()
                        .map(place -> new Longest(
                                "an attempt may take", step.limits().timeout().orElseThrow(), place)));
    }

    private static void report(Longest longest, Saga saga, Duration deadline, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.TIMEOUT_ATTEMPT_LONGER_THAN_DEADLINE,
                        longest.place(),
                        longest.words() + " " + DurationText.of(longest.duration()) + ", and the whole of saga `"
                                + saga.name().simpleName() + "` " + DurationText.of(deadline))
                .withHelp("shorten it, or lengthen the saga's `deadline`"));
    }

    /** How long a statement may take, in words and as a number, and where that is written. */
    private record Longest(String words, Duration duration, SourceLocation place) {}
}
