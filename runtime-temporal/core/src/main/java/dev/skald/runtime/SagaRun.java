package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Faults;
import dev.skald.runtime.internal.workflow.Flow;
import dev.skald.runtime.internal.workflow.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a saga, inside of its generated workflow: order, types and data are the generated code's, behaviour is
 * here. A workflow makes one in a field, so that it answers {@link SagaClient status queries} from the beginning:
 *
 * <pre>{@code
 * private final SagaRun saga = SagaRun.of(PlaceOrderShape.SAGA);
 * private final BillingActivities billing = new BillingStub(saga);
 *
 * public Confirmation run(Order order) {
 *     return saga.atomic(() -> {
 *         saga.step(AUTHORIZATION)
 *                 .compensate(() -> billing.voidAuthorization(order.orderId()))
 *                 .call(() -> billing.authorize(order.orderId(), order.amount()));
 *         saga.step(CAPTURE).run(() -> billing.capture(order.orderId()));
 *         return new Confirmation(order.orderId());
 *     });
 * }
 * }</pre>
 */
public final class SagaRun implements ParticipantCalls {

    private final Flow flow;

    private SagaRun(Flow flow) {
        this.flow = flow;
    }

    /**
     * Begins a run; must be called in workflow code.
     *
     * @param shape what never changes about the saga
     * @return the run
     */
    public static SagaRun of(SagaShape shape) {
        return new SagaRun(new Flow(shape));
    }

    /**
     * Says who is told of the saga's state: each moment that the definition names, when the saga moves into it, and at
     * the end {@link SagaState#COMPLETED}, {@link SagaState#COMPENSATED} or {@link SagaState#RESOLVED_MANUALLY}. The
     * calls go out one after the other, and of several that wait only the newest counts. A saga that is {@link #atomic}
     * waits for them: a step is asked for after its moment was told, and the caller is answered after the end was; what
     * cannot be told is left untold, and the admin is notified. A saga that is {@link #eventual} goes on meanwhile, and
     * stays open until its end is told. Nothing of it is ever undone.
     *
     * @param call makes one call to the participant, given the state; how it is asked is in the
     *     {@linkplain SagaShape.Builder#onStateChange shape}
     */
    public void onStateChange(Consumer<String> call) {
        flow.telling().by(call);
    }

    /**
     * Runs a saga that is all or nothing: if a step before the pivot is refused or its outcome cannot be learnt, every
     * step that took effect, or may have, is undone, and the workflow fails with the error that started it as its
     * cause. If an undo fails for good the workflow stays open, and its status says which.
     *
     * @param body the steps, in order
     * @param <R> the saga's result
     * @return what the body returns, once every step is done
     */
    public <R extends @Nullable Object> R atomic(Supplier<R> body) {
        return flow.atomic(body);
    }

    /**
     * Runs a saga without a result that is all or nothing, as {@link #atomic(Supplier)} does.
     *
     * @param body the steps, in order
     */
    public void atomic(Runnable body) {
        flow.<@Nullable Object>atomic(() -> {
            body.run();
            return null;
        });
    }

    /**
     * Runs a saga that agrees in time: if a step before the pivot is refused, the caller is answered at once, then the
     * undos of all steps that took effect, or may have, are sent together, and the workflow stays open until each is
     * confirmed; then it fails with the error that started it as its cause.
     *
     * @param body the steps, in order
     * @param <R> the saga's result
     * @return what the body returns, once every step is done
     */
    public <R extends @Nullable Object> R eventual(Supplier<R> body) {
        return flow.eventual(body);
    }

    /**
     * Runs a saga without a result that agrees in time, as {@link #eventual(Supplier)} does.
     *
     * @param body the steps, in order
     */
    public void eventual(Runnable body) {
        flow.<@Nullable Object>eventual(() -> {
            body.run();
            return null;
        });
    }

    /**
     * Takes a step.
     *
     * @param shape one of the steps of the saga's shape
     * @return the step, to be given its undo and its call
     */
    public SagaStep step(StepShape shape) {
        return new SagaStep(flow.steps(), flow.groups(), shape);
    }

    /**
     * Waits for all steps that were begun here, by {@link SagaStep#beginCall} and {@link SagaStep#beginRun}. It returns
     * only if all are done; when one is not, nothing new begins, those in flight are waited for, and the saga leaves
     * its body here. Each branch and each round that runs at the same time as others joins its own.
     */
    public void join() {
        flow.groups().join();
    }

    /**
     * Goes through a list, one round after the other. A step of a round has the round's number in its key.
     *
     * @param what the list in the definition's words
     * @param list the list
     * @param max how long it may be; a longer one is refused before the first round, and what was done is undone
     * @param <T> an element
     * @return the elements, for a loop that goes through all of them
     */
    public <T> Iterable<T> each(String what, List<T> list, int max) {
        return flow.loops().each(what, list, max);
    }

    /**
     * Goes through a list, all rounds at the same time. When one fails nothing new begins in the others; those in
     * flight are waited for, and then what was done is undone.
     *
     * @param what the list in the definition's words
     * @param list the list
     * @param max how long it may be; a longer one is refused before the first round, and what was done is undone
     * @param round makes one round
     * @param <T> an element
     */
    public <T> void eachAtOnce(String what, List<T> list, int max, Consumer<? super T> round) {
        flow.loops().eachAtOnce(what, list, max, Integer.MAX_VALUE, round);
    }

    /**
     * Goes through a list, some rounds at the same time, as {@link #eachAtOnce(String, List, int, Consumer)} does.
     *
     * @param what the list in the definition's words
     * @param list the list
     * @param max how long it may be
     * @param concurrency how many rounds may run at the same time, at least 1
     * @param round makes one round
     * @param <T> an element
     */
    public <T> void eachAtOnce(String what, List<T> list, int max, int concurrency, Consumer<? super T> round) {
        flow.loops().eachAtOnce(what, list, max, concurrency, round);
    }

    /**
     * Runs branches at the same time, and returns when all are done. When one fails nothing new begins in the others;
     * those in flight are waited for, and then what was done is undone.
     *
     * @param branches each takes its steps
     */
    public void parallel(Runnable... branches) {
        flow.loops().parallel(List.of(branches));
    }

    /**
     * Says that something may come from outside; must be called in a field, so that it is kept from the beginning.
     *
     * @param name the event's name in the definition
     * @param type the class of what comes with it
     * @param <T> what comes with it
     * @return the event, to be handed what comes and to be awaited
     */
    public <T> SagaEvent<T> event(String name, Class<T> type) {
        return new SagaEvent<>(new Mailbox<>(name, type));
    }

    /**
     * Waits for an event without limit. Before the pivot a cancel and the saga's deadline end it, and what was done is
     * undone.
     *
     * @param event the event
     * @param <T> what comes with it
     * @return what came first
     */
    public <T> T await(SagaEvent<T> event) {
        return flow.waits().event(event.mailbox());
    }

    /**
     * Waits for an event, but only so long.
     *
     * @param event the event
     * @param within how long to wait
     * @param <T> what comes with it
     * @return what came first, if it came in time
     */
    public <T> Optional<T> await(SagaEvent<T> event, Duration within) {
        return flow.waits().event(event.mailbox(), within);
    }

    /**
     * Says that a saga decides by a constant of an enum, which it then has to know.
     *
     * @param constant the constant
     * @param <E> its enum
     * @return the constant, unless it stands for those that this version does not know: what was done is undone then
     */
    public static <E extends Enum<E>> E known(E constant) {
        Faults.requireKnown(constant);
        return constant;
    }

    /**
     * Lets time pass. Before the pivot a cancel and the saga's deadline end it, and what was done is undone.
     *
     * @param time how much
     * @param summary the pause in the definition's words, such as {@code wait 30m}
     */
    public void pause(Duration time, String summary) {
        flow.waits().pause(time, summary);
    }

    /**
     * Runs another saga as a step: in a workflow of its own, which is undone as a whole if this saga cannot be
     * completed.
     *
     * @param shape the step, whose {@link SubSagaShape#step()} is one of the steps of the saga's shape
     * @return the step, to be given the other saga's input
     */
    public SubSagaStep subSaga(SubSagaShape shape) {
        return new SubSagaStep(flow.subSagas(), shape);
    }

    @Override
    public <R> R call(String activityType, Class<R> result, Object request) {
        return flow.calls().call(activityType, result, request);
    }

    @Override
    public <R> R call(String activityType, ResultType<R> result, Object request) {
        return flow.calls().call(activityType, result, request);
    }

    @Override
    public void run(String activityType, Object request) {
        flow.calls().run(activityType, request);
    }
}
