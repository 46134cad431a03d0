package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaState;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a caller was told. */
final class Answers {

    private static final Map<String, Reason> REASONS = Map.of(
            ScriptedShop.BROKEN,
            Reason.UNKNOWN,
            "dev.skald.ConfirmedNotDone",
            Reason.CONFIRMED_NOT_DONE,
            "dev.skald.Abandoned",
            Reason.ABANDONED,
            "dev.skald.TooManyRounds",
            Reason.TOO_MANY_ROUNDS);

    private Answers() {}

    /** A result. */
    static Told result() {
        return new Told(SagaState.COMPLETED.name(), Optional.empty());
    }

    /** A failure; all who fail in these tests name the step as the last word. */
    static Told failure(SagaFailed failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            Optional<Failure> why = why(cause);
            if (why.isPresent()) {
                return new Told(failed.outcome().name(), why);
            }
        }
        throw new AssertionError("it does not say why", failed);
    }

    private static Optional<Failure> why(Throwable cause) {
        if (cause instanceof DeclaredError refused) {
            String name = refused.errorType().simpleName();
            return Optional.of(
                    name.equals("Refused")
                            ? new Failure(lastWord(refused.errorFields().toString()), Reason.REFUSED)
                            : new Failure(name, Reason.FAILED));
        }
        if (cause instanceof ApplicationFailure failure) {
            return Optional.ofNullable(reason(failure))
                    .map(reason -> new Failure(what(failure.getOriginalMessage(), reason), reason));
        }
        return Optional.empty();
    }

    private static String what(String message, Reason reason) {
        return reason == Reason.TOO_MANY_ROUNDS ? message.substring(0, message.indexOf(' ')) : lastWord(message);
    }

    private static @Nullable Reason reason(ApplicationFailure failure) {
        return REASONS.get(failure.getType());
    }

    /** Without the round of a loop. */
    private static String lastWord(String text) {
        return text.replaceAll("\\[\\d+]", "").replaceAll(".*?(\\w+)\\W*$", "$1");
    }
}
