package dev.skald.codegen.plan;

import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a workflow is that takes one step of a chain.
 *
 * @param step its step
 * @param mustBeginWithin how long the link before waits for it to begin; empty where it waits without limit
 * @param isTold whether another link uses the result of its step
 * @param input those of the saga's parameters that it uses
 * @param received the results of the other links' steps that it uses, in the order of the links
 */
public record LinkPlan(
        StepPlan step,
        Optional<Duration> mustBeginWithin,
        boolean isTold,
        List<Field> input,
        List<Expression.Variable> received) {

    public LinkPlan {
        input = List.copyOf(input);
        received = List.copyOf(received);
    }
}
