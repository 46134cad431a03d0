package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The transaction.
 *
 * @param name its name
 * @param input its parameters, in the order written
 * @param output what it returns; empty where nothing
 * @param pattern which of the eight it is; empty where the definition does not say it rightly, which is reported
 * @param version of its shape
 * @param id what identifies one run; empty where the client makes an id
 * @param deadline after which it compensates
 * @param queue the task queue of its workflow
 * @param body what it does, in the order written
 * @param location of its name
 */
public record Saga(
        DeclaredName name,
        List<Field> input,
        Optional<Type> output,
        Optional<Pattern> pattern,
        int version,
        Optional<Expression> id,
        Optional<Duration> deadline,
        String queue,
        List<Statement> body,
        SourceLocation location) {

    public Saga {
        input = List.copyOf(input);
        body = List.copyOf(body);
    }

    /** Its steps, in the order written. */
    public List<Step> steps() {
        return body.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .toList();
    }
}
