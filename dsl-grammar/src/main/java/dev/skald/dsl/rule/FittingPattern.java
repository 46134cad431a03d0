package dev.skald.dsl.rule;

import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the pattern that fits a saga, beginning with the one that is chosen: one of the three words after the other is
 * changed where the definition contradicts it.
 */
final class FittingPattern {

    /** So many choices are too many for a chain, or one in so many steps. */
    private static final int MANY_CHOICES = 3;

    private static final int LONG_CHAIN = 6;

    /** So many steps that need nothing of each other do not wait for each other without need. */
    private static final int MANY_INDEPENDENT = 4;

    private final SagaProfile profile;
    private final List<String> reasons = new ArrayList<>();
    private Pattern pattern;

    private FittingPattern(SagaProfile profile, Pattern chosen) {
        this.profile = profile;
        this.pattern = chosen;
    }

    /** The pattern that fits; the chosen one, without a reason, where nothing contradicts it. */
    static FittingPattern of(SagaProfile profile, Pattern chosen) {
        FittingPattern fitting = new FittingPattern(profile, chosen);
        fitting.whereNothingIsUndone();
        fitting.whereSomethingCannotBeUndone();
        fitting.atomicAndAsync();
        fitting.complexChain();
        fitting.undosThatNeverRun();
        fitting.manyIndependentSteps();
        return fitting;
    }

    /** The pattern. */
    Pattern pattern() {
        return pattern;
    }

    /** Why each word was changed. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Atomicity is about undoing, and costs. */
    private void whereNothingIsUndone() {
        if (isAtomic()
                && profile.steps() > 0
                && !profile.undoable()
                && profile.notUndoable().isEmpty()) {
            become(
                    pattern.communication(),
                    Consistency.EVENTUAL,
                    pattern.coordination(),
                    "none of its steps is ever undone, so that all or nothing costs and gives nothing");
        }
    }

    /** A compensation that fails is a grave defect of an atomic saga. */
    private void whereSomethingCannotBeUndone() {
        if (isAtomic() && !profile.notUndoable().isEmpty()) {
            become(
                    pattern.communication(),
                    Consistency.EVENTUAL,
                    pattern.coordination(),
                    "step `" + profile.notUndoable().get(0)
                            + "` cannot be undone, and an atomic saga promises that all is");
        }
    }

    /** Anti-patterns. */
    private void atomicAndAsync() {
        if (isAtomic() && pattern.communication() == Communication.ASYNC) {
            boolean gains = profile.independent() > 1;
            become(
                    gains ? Communication.ASYNC : Communication.SYNC,
                    gains ? Consistency.EVENTUAL : Consistency.ATOMIC,
                    pattern.coordination(),
                    "atomicity and asynchrony hardly go together"
                            + (gains
                                    ? ", and it has steps that can run at once"
                                    : ", and it has no steps that could run at once"));
        }
    }

    /** Complex workflows want an orchestrator. */
    private void complexChain() {
        boolean isComplex =
                profile.choices() >= MANY_CHOICES || (profile.choices() > 0 && profile.steps() >= LONG_CHAIN);
        if (pattern.coordination() == Coordination.CHOREOGRAPHED && isComplex) {
            become(
                    pattern.communication(),
                    pattern.consistency(),
                    Coordination.ORCHESTRATED,
                    profile.steps() + " steps with " + profile.choices()
                            + (profile.choices() == 1 ? " choice" : " choices")
                            + " are hard to follow in a chain, in which no place knows the whole");
        }
    }

    /** These chains know no compensation. */
    private void undosThatNeverRun() {
        if (!isAtomic() && pattern.coordination() == Coordination.CHOREOGRAPHED && profile.undoable()) {
            become(
                    pattern.communication(),
                    Consistency.EVENTUAL,
                    Coordination.ORCHESTRATED,
                    "its steps have undos, which an eventual chain never runs");
        }
    }

    /** Large services with complex flows work in parallel. */
    private void manyIndependentSteps() {
        boolean waits =
                pattern.communication() == Communication.SYNC && pattern.coordination() == Coordination.ORCHESTRATED;
        if (waits && profile.independent() >= MANY_INDEPENDENT) {
            become(
                    Communication.ASYNC,
                    Consistency.EVENTUAL,
                    Coordination.ORCHESTRATED,
                    profile.independent()
                            + " of its steps need nothing of each other, and wait for each other all the same");
        }
    }

    private boolean isAtomic() {
        return pattern.consistency() == Consistency.ATOMIC;
    }

    private void become(
            Communication communication, Consistency consistency, Coordination coordination, String reason) {
        pattern = Pattern.of(communication, consistency, coordination);
        reasons.add(reason);
    }
}
