package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.WorkflowThreadLocal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One coroutine of a saga's flow: which steps it has behind it, and which it has begun and not joined yet. What it has
 * behind it follows from how the flow is written and not from the clock; of steps that follow each other only the last
 * is kept, and one without an undo leaves it as it is.
 */
final class Strand {

    private static final WorkflowThreadLocal<@Nullable Strand> CURRENT = new WorkflowThreadLocal<>();

    private Set<StepEntry> past;
    private @Nullable Branches begun;

    private Strand(Set<StepEntry> past) {
        this.past = past;
    }

    /** That of the coroutine that asks. */
    static Strand current() {
        Strand current = CURRENT.get();
        return current == null ? enter(Set.of()) : current;
    }

    /** The coroutine goes on from here, with that behind it. */
    static Strand enter(Set<StepEntry> past) {
        Strand strand = new Strand(past);
        CURRENT.set(strand);
        return strand;
    }

    /** What it has behind it. */
    Set<StepEntry> past() {
        return past;
    }

    /** It has taken a step that is to be undone before all that was behind it. */
    void took(StepEntry step) {
        past = Set.of(step);
    }

    /** It goes on after others, too. */
    void comesAfter(Collection<Set<StepEntry>> others) {
        past = unite(past, others);
    }

    /** The coroutines that have started from here are over; each has what was behind this one behind it. */
    void joins(Collection<Set<StepEntry>> ends) {
        Set<StepEntry> united =
                unite(Set.of(), ends.stream().filter(end -> !end.equals(past)).toList());
        past = united.isEmpty() ? past : united;
    }

    private static Set<StepEntry> unite(Set<StepEntry> one, Collection<Set<StepEntry>> others) {
        Set<StepEntry> all = new LinkedHashSet<>(one);
        others.forEach(all::addAll);
        return Collections.unmodifiableSet(all);
    }

    /** The steps that it has begun and not joined; where there are none, from now on those. */
    Branches begun(Supplier<Branches> none) {
        Branches open = begun;
        if (open == null) {
            open = none.get();
            begun = open;
        }
        return open;
    }

    /** Takes out the steps that it has begun and not joined, if there are any. */
    Optional<Branches> takeBegun() {
        Branches open = begun;
        begun = null;
        return Optional.ofNullable(open);
    }

    /** Whoever waits for nothing that was begun has lost it. */
    void requireJoined() {
        if (begun != null) {
            throw new IllegalStateException("steps were begun and not joined: call SagaRun.join() before what follows");
        }
    }
}
