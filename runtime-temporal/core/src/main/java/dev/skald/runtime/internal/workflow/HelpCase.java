package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.internal.wire.Verb;
import dev.skald.runtime.internal.wire.VerbRequest;
import io.temporal.workflow.CancellationScope;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A step, or the undo of one, that an operator may be asked about: what may be decided, and what was. It is closed to
 * operators until help has been asked for. A decision asks the call that runs at that moment to end; if that call was
 * done after all, this is what counts.
 */
final class HelpCase implements Interruptible {

    private final StepEntry step;
    private final Phase phase;
    private final RunningCalls running = new RunningCalls();
    private final Map<Verb, String> notAllowed = new EnumMap<>(Verb.class);
    private final BooleanSupplier mustBeDone;
    private boolean raised;
    private boolean told;
    private @Nullable Decision decision;

    private HelpCase(StepEntry step, Phase phase, BooleanSupplier mustBeDone) {
        this.step = step;
        this.phase = phase;
        this.mustBeDone = mustBeDone;
    }

    /**
     * A step that may need help.
     *
     * @param mustBeDone whether nobody may say that it was not done: what runs at the same time may make that so
     */
    static HelpCase doing(StepEntry step, BooleanSupplier mustBeDone) {
        return new HelpCase(step, Phase.DO, mustBeDone);
    }

    /** An undo that may need help. */
    static HelpCase undoing(StepEntry step) {
        return new HelpCase(step, Phase.UNDO, () -> false);
    }

    /** Rules a verb out, for the reason that an operator is told. */
    HelpCase without(Verb verb, String why) {
        notAllowed.put(verb, why);
        return this;
    }

    StepEntry step() {
        return step;
    }

    Phase phase() {
        return phase;
    }

    /** Whether help has been asked for. */
    boolean isRaised() {
        return raised;
    }

    /** Opens the case to operators; true if the admin is to be told. */
    boolean raise() {
        boolean news = !told;
        raised = true;
        told = true;
        return news;
    }

    /** An operator has it tried again: if it fails once more, that is news. */
    void triedAgain() {
        told = false;
    }

    boolean allows(Verb verb) {
        return whyNot(verb).isEmpty();
    }

    private Optional<String> whyNot(Verb verb) {
        return verb == Verb.CONFIRM_NOT_DONE && mustBeDone.getAsBoolean()
                ? Optional.of("after the pivot every step must be done")
                : Optional.ofNullable(notAllowed.get(verb));
    }

    /** The verbs that are allowed, in words. */
    List<String> verbs() {
        return Arrays.stream(Verb.values()).filter(this::allows).map(Verb::word).toList();
    }

    /** Why a request is not allowed now; empty if it is. */
    Optional<String> whyNot(Verb verb, VerbRequest request) {
        if (decision != null) {
            return Optional.of(what() + " is being settled already: " + decision.inWords());
        }
        Optional<String> ruledOut = whyNot(verb);
        if (ruledOut.isPresent()) {
            return Optional.of(
                    "%s: %s. Possible: %s".formatted(verb.word(), ruledOut.get(), String.join(", ", verbs())));
        }
        return verb == Verb.CONFIRM_DONE && phase == Phase.DO
                ? step.expected().flatMap(expected -> expected.whyNot(new ConfirmedAnswer(request.result())))
                : Optional.empty();
    }

    void decide(Decision made) {
        decision = made;
        running.interrupt(made.inWords());
    }

    boolean isDecided() {
        return decision != null;
    }

    /** Takes the decision out, if there is one; after a retry another one may follow. */
    Optional<Decision> takeDecision() {
        Decision made = decision;
        decision = null;
        return Optional.ofNullable(made);
    }

    /** The case in words: {@code step authorization}, {@code the undo of step authorization}. */
    String what() {
        return (phase == Phase.UNDO ? "the undo of step " : "step ") + step.label();
    }

    @Override
    public void begins(CancellationScope call) {
        running.begins(call);
        if (decision != null) {
            running.interrupt(decision.inWords());
        }
    }

    @Override
    public void ends(CancellationScope call) {
        running.ends(call);
    }
}
