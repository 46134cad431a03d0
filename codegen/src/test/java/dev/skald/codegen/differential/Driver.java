package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.dsl.model.Type;
import dev.skald.runtime.Notified;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaOperator;
import dev.skald.runtime.SagaRequestRejected;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Plays the operator of one saga, as its script says, and hears what its caller is told. */
final class Driver {

    private static final Set<SagaState> ENDS =
            EnumSet.of(SagaState.COMPLETED, SagaState.COMPENSATED, SagaState.RESOLVED_MANUALLY);

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofMillis(40);

    /** Links tell each other what nobody else hears. */
    private static final Duration SILENCE_OF_LINKS = Duration.ofMillis(400);

    /** Those that work at the same time do so for a while before another one asks anybody. */
    private static final Duration SILENCE_BEFORE_MORE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SagaUnderTest saga;
    private final SagaHandle<?> handle;
    private final Future<?> caller;
    private @Nullable SagaStatus status;

    Driver(SagaUnderTest saga, SagaHandle<?> handle, Future<?> caller) {
        this.saga = saga;
        this.handle = handle;
        this.caller = caller;
    }

    SagaUnderTest saga() {
        return saga;
    }

    /** Plays on until nothing moves any more; answers whether something does once time passes. */
    boolean play() {
        status = quiet();
        while (operatorActs(status)) {
            status = quiet();
        }
        return !isOver(status) && (isWaiting(status) || status.steps().stream().anyMatch(this::isAskedAgain));
    }

    private boolean isAskedAgain(StepStatus step) {
        return step.state() == StepState.NEEDS_ATTENTION && !hasStopped(step);
    }

    /** In a chain that undoes nothing it ends there what was refused. */
    private boolean hasStopped(StepStatus step) {
        return step.state() == StepState.NEEDS_ATTENTION
                && !saga.plan().answer().compensates()
                && saga.wasRefused(Request.to(step.name()).in(step.iteration()));
    }

    /** Whether somebody is being asked, and does not answer. */
    boolean keepsTime() {
        Optional<SagaStatus> now = knownStatus();
        status = now.orElse(status);
        return now.isEmpty() || now.get().steps().stream().anyMatch(step -> step.waitingFor() != null);
    }

    /** Where the saga stood when nothing moved any more. */
    SagaStatus status() {
        return Objects.requireNonNull(status);
    }

    /** Waits until nobody is asked any more, and the caller and the admin are told what they are told. */
    private SagaStatus quiet() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            // To ask costs more than to listen.
            if (saga.silent().compareTo(silence()) > 0) {
                Optional<SagaStatus> status = knownStatus().filter(this::isQuiet);
                if (status.isPresent()) {
                    hearAnswer(status.get());
                    return status.get();
                }
            }
            pause();
        }
        throw new AssertionError("it does not come to rest: " + knownStatus());
    }

    private Duration silence() {
        if (saga.plan().lead() == Lead.CHAIN_AT_ONCE && saga.expectsMore()) {
            return SILENCE_BEFORE_MORE;
        }
        return saga.plan().lead().isChain() ? SILENCE_OF_LINKS : SILENCE;
    }

    private Optional<SagaStatus> knownStatus() {
        try {
            return Optional.of(handle.status()).filter(status -> !status.stale());
        } catch (WorkflowNotFoundException notStartedYet) {
            return Optional.empty();
        }
    }

    private boolean isQuiet(SagaStatus status) {
        boolean nobodyIsAsked = status.steps().stream()
                .allMatch(step -> step.waitingFor() == null
                        && step.state() != StepState.RUNNING
                        && step.state() != StepState.COMPENSATING);
        // The last links of a chain may learn a moment later that it is over.
        boolean allKnow = status.state() != SagaState.COMPLETED
                || status.steps().stream().noneMatch(step -> step.state() == StepState.PENDING);
        boolean stuck = status.steps().stream().anyMatch(Driver::isStuck);
        boolean getsNothing = isWaiting(status)
                && saga.isSent()
                && !hasWhatItWaitsFor(status)
                && !status.waitingFor().contains(SketchText.SHORT);
        return nobodyIsAsked
                && allKnow
                && status.waitingFor().stream().noneMatch(Driver::isTelling)
                // What waits beside something that is stuck does not wait long.
                && ((stuck && !isWaiting(status)) || isOver(status) || (getsNothing && !stuck))
                && status.notified().size() == saga.notices().size();
    }

    /** For an event that does not come, or for time to pass. */
    private static boolean isWaiting(SagaStatus status) {
        return !status.waitingFor().isEmpty();
    }

    /** An event is on its way to it: it has been sent, and will be there before any time has passed. */
    private boolean hasWhatItWaitsFor(SagaStatus status) {
        return Actions.allIn(saga.plan().front().flow(), Action.AwaitEvent.class).stream()
                .map(Action.AwaitEvent::name)
                .filter(event -> !saga.script().facts().missing().contains(event))
                .anyMatch(event -> status.waitingFor().stream()
                        .anyMatch(what -> what.equals(event) || what.startsWith(event + " ")));
    }

    /** A participant is being told of a state. */
    private static boolean isTelling(String what) {
        return what.startsWith("shop to be told ");
    }

    private static boolean isOver(SagaStatus status) {
        return ENDS.contains(status.state());
    }

    private static boolean isStuck(StepStatus step) {
        return step.state() == StepState.NEEDS_ATTENTION || step.state() == StepState.COMPENSATION_FAILED;
    }

    private void hearAnswer(SagaStatus status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!saga.isAnswered() && isTold(status)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody answers the caller: " + status + ", then " + handle.status());
            }
            if (isOver(status) || hasStopped(status) || isAnsweredBeforeItIsOver(status.state())) {
                hearCaller();
            } else {
                hearHandle();
            }
        }
    }

    private boolean isAnsweredBeforeItIsOver(SagaState state) {
        return state != SagaState.ESCALATED && saga.plan().answer() == Answer.BEFORE_COMPENSATION;
    }

    private boolean isTold(SagaStatus status) {
        return switch (status.state()) {
            case RUNNING -> saga.plan().answer() == Answer.WHERE_IT_STOPS && hasStopped(status);
            case COMPENSATING -> false;
            default -> saga.plan().answer() != Answer.NEVER;
        };
    }

    private boolean hasStopped(SagaStatus status) {
        return status.steps().stream().anyMatch(this::hasStopped);
    }

    private void hearCaller() {
        try {
            Object unused = caller.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            saga.answered(Answers.result());
        } catch (ExecutionException failed) {
            saga.answered(Answers.failure(told(failed)));
        } catch (InterruptedException | TimeoutException unanswered) {
            throw new AssertionError("nobody answers the caller", unanswered);
        }
    }

    /** A caller asks by itself whether the saga is stuck, but not at once. */
    private void hearHandle() {
        try {
            Object unused = handle.result(A_MOMENT);
        } catch (SagaFailed failed) {
            saga.answered(Answers.failure(failed));
        }
    }

    private static SagaFailed told(ExecutionException failed) {
        if (failed.getCause() instanceof SagaFailed told) {
            return told;
        }
        throw new AssertionError("the caller was not answered", failed);
    }

    /**
     * Whether the operator does anything: about the latest of those that are stuck and have a verb left. The latest
     * undo is that of the step that took effect last.
     */
    private boolean operatorActs(SagaStatus status) {
        List<String> undos = status.stillToUndo();
        Comparator<StepStatus> lastUndoFirst = Comparator.comparing(step -> undos.indexOf(step.label()));
        List<String> told = status.notified().stream().map(Notified::step).toList();
        Comparator<StepStatus> latestFirst = Comparator.comparing(step -> -told.indexOf(step.label()));
        List<StepStatus> stuck = status.steps().stream()
                .filter(Driver::isStuck)
                .sorted(lastUndoFirst.thenComparing(latestFirst))
                .toList();
        for (StepStatus step : isOver(status) ? List.<StepStatus>of() : stuck) {
            boolean isUndone = undos.contains(step.label());
            Request request = (isUndone ? Request.undo(step.name()) : Request.to(step.name())).in(step.iteration());
            Verb verb = saga.verb(request);
            if (verb != Verb.WAIT) {
                act(request, verb);
                return true;
            }
        }
        return false;
    }

    private void act(Request request, Verb verb) {
        SagaOperator operator = handle.operator("ann", "about " + request);
        String label = Request.to(request.step()).in(request.round()).toString();
        try {
            switch (verb) {
                case RETRY -> operator.retry(label);
                case CONFIRM_DONE -> confirmDone(operator, request, label);
                case CONFIRM_NOT_DONE -> operator.confirmNotDone(label);
                case SKIP -> operator.skip(label);
                case ABANDON -> operator.abandon();
                case WAIT -> {}
            }
        } catch (SagaRequestRejected refused) {
            saga.refused(request, verb);
        }
        saga.acted();
    }

    /** What an operator says is true. */
    private void confirmDone(SagaOperator operator, Request request, String label) {
        operator.confirmDone(label, result(request));
        if (request.phase() == Phase.DO) {
            saga.ledger().doneByHand(request.step(), request.round());
        } else {
            saga.ledger().undoneByHand(request.step(), request.round());
        }
    }

    /** What the participant would have answered. */
    private @Nullable Object result(Request request) {
        return saga.plan().steps().stream()
                .filter(step -> request.phase() == Phase.DO && step.name().equals(request.step()))
                .flatMap(step -> step.call().call().operation().output().stream())
                .<Object>map(type -> type instanceof Type.ScalarType ? 7 : Map.of("number", "4711"))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return saga.script() + " is at " + status;
    }

    private static void pause() {
        try {
            Thread.sleep(SILENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
