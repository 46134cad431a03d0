package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The one argument of every update that settles something: a verb leaves out what it does not need. An unknown key is
 * refused, because it may be a misspelt one.
 *
 * @param step the step's name, in a loop with its round, as in {@code booking[2]}; may be left out where only one thing
 *     is stuck
 * @param iteration the round of a loop, where it is not in the step's name
 * @param by who asks
 * @param reason why
 * @param result what the participant would have answered, as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerbRequest(
        @Nullable String step,
        @Nullable Integer iteration,
        @Nullable String by,
        @Nullable String reason,
        @Nullable JsonNode result) {

    /** The step with its round; null where it is left out. */
    @Nullable
    public String label() {
        return step == null || iteration == null || iteration == 0 ? step : step + "[" + iteration + "]";
    }

    public String inWords(Verb verb) {
        return "%s by %s: %s".formatted(verb.word(), by, reason);
    }
}
