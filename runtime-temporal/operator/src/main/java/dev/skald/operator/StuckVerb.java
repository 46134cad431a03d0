package dev.skald.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.runtime.SagaOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The operator's verbs, spelled as the updates are that carry them. */
enum StuckVerb {
    retry,
    confirmDone,
    confirmNotDone,
    skip,
    abandon;

    /** What a verb is about. */
    static final class Details {

        @Option(
                names = "--step",
                description = "which step; needed by confirmDone, confirmNotDone and skip, while retry without it means"
                        + " all that is stuck")
        private @Nullable String step;

        @Option(names = "--result", description = "for confirmDone: what the participant would have answered, as JSON")
        private @Nullable String result;

        /** Complains of what does not go together. */
        void check(StuckVerb verb, CommandLine command) {
            boolean needsStep = verb == confirmDone || verb == confirmNotDone || verb == skip;
            if (needsStep && step == null) {
                throw new CommandLine.ParameterException(command, verb + " needs --step");
            }
            if (verb == abandon && step != null) {
                throw new CommandLine.ParameterException(command, "abandon gives a whole saga up, and takes no --step");
            }
            if (result != null && verb != confirmDone) {
                throw new CommandLine.ParameterException(command, "--result goes with confirmDone");
            }
            if (result != null) {
                json(result, command);
            }
        }

        /** What is done to each saga. */
        Consumer<SagaOperator> of(StuckVerb verb) {
            String about = step == null ? "" : step;
            return switch (verb) {
                case retry -> about.isEmpty() ? SagaOperator::retryAll : saga -> saga.retry(about);
                case confirmDone -> saga -> saga.confirmDone(about, result == null ? null : json(result, null));
                case confirmNotDone -> saga -> saga.confirmNotDone(about);
                case skip -> saga -> saga.skip(about);
                case abandon -> SagaOperator::abandon;
            };
        }

        private static JsonNode json(String text, @Nullable CommandLine command) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException unreadable) {
                if (command == null) {
                    throw new IllegalStateException("it was checked", unreadable);
                }
                throw new CommandLine.ParameterException(command, "--result is not JSON: " + text);
            }
        }
    }
}
