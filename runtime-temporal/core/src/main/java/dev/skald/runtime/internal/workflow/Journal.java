package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.FirstError;
import dev.skald.runtime.internal.wire.InnerNews;
import dev.skald.runtime.internal.wire.SagaStateAttribute;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of one run of a saga, kept as it happens and shown to whoever asks. */
public final class Journal {

    private final SagaShape shape;
    private String sagaId;
    private final Moves moves;
    private final StepEntries steps;
    private final List<StepEntry> undone = new ArrayList<>();
    private final List<StepEntry> toUndo = new ArrayList<>();
    private final List<Notified> notified = new ArrayList<>();
    private final Set<StepEntry> inFlight = new LinkedHashSet<>();
    private final SagaStateAttribute attribute = new SagaStateAttribute();
    private SagaState state = SagaState.RUNNING;
    private SagaState beforeEscalation = SagaState.RUNNING;
    private SagaState compensating = SagaState.COMPENSATING;
    private final Set<StepEntry> escalated = new LinkedHashSet<>();
    private final Map<Object, String> waits = new LinkedHashMap<>();
    private Consumer<String> observer = unused -> {};
    private @Nullable StepFailed failed;
    private @Nullable TemporalFailure why;
    private @Nullable FirstError firstError;

    Journal(SagaShape shape) {
        WorkflowInfo info = Workflow.getInfo();
        this.shape = shape;
        this.sagaId = info.getWorkflowId() + "/" + info.getFirstExecutionRunId();
        this.moves = new Moves(shape);
        this.steps = new StepEntries(shape);
        show();
    }

    String sagaId() {
        return sagaId;
    }

    /** The run is part of a saga that has begun elsewhere. */
    void knownAs(String sagaId) {
        this.sagaId = sagaId;
    }

    String workflowId() {
        return sagaId.substring(0, sagaId.lastIndexOf('/'));
    }

    SagaState state() {
        return state;
    }

    /** Where the saga stands, for people. */
    String inWords() {
        return why == null ? "it is " + state : "it is %s (%s)".formatted(state, Failures.inWords(why));
    }

    Optional<FirstError> firstError() {
        return Optional.ofNullable(firstError);
    }

    /** The record of a step; each round of a loop has one of its own once it has begun. */
    StepEntry step(StepShape step, int iteration) {
        return steps.step(step, iteration);
    }

    /** The record of the step, or of the round of it, that people call so. */
    Optional<StepEntry> find(String label) {
        return steps.find(label);
    }

    /** From now on somebody is told each moment that the saga moves into, and its end. */
    void observedBy(Consumer<String> observer) {
        this.observer = observer;
    }

    /** The saga is at a step, whose participant is asked next. */
    void enters(StepEntry step) {
        inFlight.add(step);
        moveTo(momentOfLatest());
    }

    /** The step's participant is asked. */
    void begins(StepEntry step) {
        step.become(StepState.RUNNING);
        show();
    }

    /** The step has its answer, or is not asked for after all: if its moment was the saga's, that is another's now. */
    void leaves(StepEntry step) {
        inFlight.remove(step);
        Optional<String> moment = step.shape().moment();
        if (!inFlight.isEmpty() && moment.isPresent() && moment.equals(moves.moment())) {
            moveTo(momentOfLatest());
        }
    }

    /** The moment of the step that began last among those in flight that have one. */
    Optional<String> momentInFlight() {
        return inFlight.stream().flatMap(step -> step.shape().moment().stream()).reduce((earlier, later) -> later);
    }

    private String momentOfLatest() {
        return momentInFlight().orElse(SagaState.RUNNING.name());
    }

    private void moveTo(String moment) {
        if (state == SagaState.RUNNING && moves.to(moment) && moves.moment().isPresent()) {
            observer.accept(moment);
        }
    }

    /** Something is waited for that is no participant's answer; what this returns is handed back when it is over. */
    Object waits(String what) {
        moveTo(SagaState.RUNNING.name());
        return shows(what);
    }

    /** Something is waited for while the saga may go on; what this returns is handed back when it is over. */
    Object shows(String what) {
        Object shown = new Object();
        waits.put(shown, what);
        show();
        return shown;
    }

    void waited(Object shown) {
        waits.remove(shown);
        show();
    }

    void asked(StepEntry step, String participant, Optional<String> activityId) {
        step.waitsFor(participant, activityId.orElse(null));
    }

    /** An inner saga is asked, or its undoing. */
    void askedInner(StepEntry step, String workflowId) {
        step.stuckInside(null);
        step.waitsFor("the saga " + workflowId, null);
        show();
    }

    /** The inner saga that the step waits for has asked for help, or needs none any more. */
    void heardOf(StepEntry step, InnerNews news) {
        step.stuckInside(news.needsHelp() ? news : null);
        String inWords = news.needsHelp() ? ", which needs help (%s)".formatted(news.state()) : "";
        step.waitsFor("the saga " + news.workflowId() + inWords, null);
        show();
    }

    /** Only what is in the record of an undoing is of interest. */
    void forgetPending() {
        steps.forgetPending();
        show();
    }

    void answered(StepEntry step) {
        step.waitsFor(null, null);
    }

    /** The step took effect, or may have, so that it is undone before those that came before it. */
    void took(StepEntry step) {
        toUndo.add(0, step);
    }

    void done(StepEntry step) {
        leaves(step);
        step.become(StepState.DONE);
        show();
    }

    void failed(StepEntry step, StepState how, Throwable failure) {
        if (how == StepState.REFUSED || how == StepState.UNKNOWN) {
            leaves(step);
        }
        step.become(how);
        step.failed(failure);
        show();
    }

    /** The saga will not be completed. */
    void failsOf(StepFailed failed) {
        this.failed = failed;
        why = failed.why();
        firstError = failed.firstError();
        show();
    }

    /** The caller is told already that the saga will not be completed, while steps are still in flight. */
    void compensationSent() {
        if (state == SagaState.ESCALATED) {
            beforeEscalation = SagaState.COMPENSATION_SENT;
        } else {
            become(SagaState.COMPENSATION_SENT);
        }
    }

    /** Undos are sent: from now on the saga is in that state unless something is stuck. */
    void compensating(SagaState meanwhile) {
        compensating = meanwhile;
        inFlight.clear();
        become(meanwhile);
    }

    void undone(StepEntry step) {
        step.become(StepState.COMPENSATED);
        toUndo.remove(step);
        undone.add(step);
        settled();
    }

    /** An operator left the undo out: it has not happened. */
    void skipped(StepEntry step) {
        step.become(StepState.SKIPPED);
        settled();
    }

    /** An operator gave the saga up before the undo was confirmed. */
    void undoGivenUp(StepEntry step) {
        step.become(StepState.COMPENSATION_FAILED);
        show();
    }

    /** An operator gave up the undoing of an inner saga. */
    void undoGivenUp(StepEntry step, Throwable failure) {
        failed(step, StepState.COMPENSATION_FAILED, failure);
    }

    /** Whether nothing that took effect, or may have, is left. */
    boolean isAllUndone() {
        return toUndo.isEmpty();
    }

    void undoFailed(StepEntry step, Throwable failure) {
        failed(step, StepState.COMPENSATION_FAILED, failure);
        become(SagaState.COMPENSATION_FAILED);
    }

    /** The undo goes on being sent, or is sent again: it no longer counts as failed. */
    void undoing(StepEntry step) {
        step.become(StepState.COMPENSATING);
        settled();
    }

    /** Once no undo is failed any more, the saga is where it was before. */
    private void settled() {
        boolean stuck = steps.isAnyIn(StepState.COMPENSATION_FAILED);
        become(state == SagaState.COMPENSATION_FAILED && !stuck ? compensating : state);
    }

    /**
     * Nobody knows whether a step was done; what is told first stays the reason, and so does the error that keeps the
     * saga from being completed.
     */
    void escalated(StepEntry step, TemporalFailure cause) {
        escalated.add(step);
        if (state != SagaState.ESCALATED) {
            if (failed == null) {
                why = cause;
                firstError = FirstError.fault(cause);
            }
            beforeEscalation = state;
            become(SagaState.ESCALATED);
        }
    }

    /** An operator has settled something. */
    void settledBy(StepEntry step, Decision decision) {
        step.settledBy(decision.inWords());
        show();
    }

    /** The admin is notified of a step, or of its undo. */
    void notified(String step, String what) {
        notified.add(new Notified(Instant.ofEpochMilli(Workflow.currentTimeMillis()), step, what));
        show();
    }

    /** The participant that was waited for has answered after all. */
    void healed(StepEntry step) {
        escalated.remove(step);
        if (state == SagaState.ESCALATED && escalated.isEmpty()) {
            why = failed == null ? null : failed.why();
            firstError = failed == null ? null : failed.firstError();
            become(beforeEscalation);
            if (!inFlight.isEmpty()) {
                moveTo(momentOfLatest());
            }
        }
    }

    void ends(SagaState end) {
        if (end == SagaState.COMPLETED) {
            steps.skipPending();
        }
        inFlight.clear();
        become(end);
        observer.accept(end.name());
    }

    private void become(SagaState next) {
        if (state != next) {
            if (state.isStuck() && !next.isStuck() && !next.isEnd()) {
                Outer.tell(false, next);
            }
            state = next;
            moves.to(next.name());
        }
        show();
    }

    private void show() {
        Workflow.setCurrentDetails(Details.of(status(), moves.label()));
        attribute.show(state, steps.isAnyIn(StepState.NEEDS_ATTENTION));
    }

    List<StepStatus> stepStatuses() {
        return steps.statuses();
    }

    /**
     * How the saga would end if it ended now. Its caller is not kept waiting for an operator who has to settle an inner
     * saga, either.
     */
    Ending ending() {
        Optional<InnerNews> stuck =
                steps.newsOfInner().filter(news -> news.state().isStuck()).findFirst();
        return stuck.isEmpty() || state.isStuck()
                ? new Ending(sagaId, state, stepStatuses(), firstError)
                : new Ending(sagaId, stuckAs(), stepStatuses(), firstError().orElseGet(() -> inside(stuck.get())));
    }

    private SagaState stuckAs() {
        return switch (state) {
            case RUNNING -> SagaState.ESCALATED;
            case COMPENSATING -> SagaState.COMPENSATION_FAILED;
            default -> state;
        };
    }

    private static FirstError inside(InnerNews stuck) {
        return new FirstError("dev.skald.InnerSagaStuck", stuck.workflowId() + " is " + stuck.state(), null);
    }

    SagaStatus status() {
        return new SagaStatus(
                sagaId,
                shape.name(),
                shape.version(),
                state,
                moves.moment().orElse(null),
                why == null ? null : Failures.inWords(why),
                stepStatuses(),
                labels(undone),
                labels(toUndo),
                List.copyOf(waits.values()),
                notified,
                steps.isPastPivot(),
                false);
    }

    private static List<String> labels(List<StepEntry> entries) {
        return entries.stream().map(StepEntry::label).toList();
    }
}
