package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.LinkFlow;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a link, inside of its generated workflow. In a choreographed saga each step has such a workflow of its
 * own, with its participant, and hands over to the next; there is no other coordinator. The first link is the front
 * controller: it bears the saga's id, and answers the saga's caller.
 *
 * <pre>{@code
 * private final LinkRun link = LinkRun.of(PlaceOrderShape.SAGA, PlaceOrderShape.RESERVATION);
 * private final InventoryActivities inventory = new InventoryStub(link);
 *
 * public Confirmation run(Order order) {
 *     return link.atomic(() -> {
 *         Reservation reservation = link.step(RESERVATION)
 *                 .compensate(() -> inventory.release(order.orderId()))
 *                 .call(() -> inventory.reserve(order.orderId(), order.sku()));
 *         return link.handOver(AUTHORIZATION_LINK, Confirmation.class, new PlaceOrderEnvelope(order, reservation));
 *     });
 * }
 * }</pre>
 *
 * <p>A link that is not the first is given the {@link Chain} by the one before it, and its workflow returns what its
 * body returns: that is its answer to the one before it, and must not be looked into on its way up.
 */
public final class LinkRun implements ParticipantCalls {

    private final LinkFlow flow;

    private LinkRun(LinkFlow flow) {
        this.flow = flow;
    }

    /**
     * Begins a run; must be called in workflow code.
     *
     * @param saga what never changes about the saga, with the steps of all links
     * @param own the link's own step, one of them
     * @return the run
     */
    public static LinkRun of(SagaShape saga, StepShape own) {
        return new LinkRun(new LinkFlow(saga, own));
    }

    /**
     * Says who is told of the saga's state, as {@link SagaRun#onStateChange} does. Each link tells the moment of its
     * own step; the end is told by the first, or, where it does not wait for the others, by the last.
     *
     * @param call makes one call to the participant, given the state
     */
    public void onStateChange(Consumer<String> call) {
        flow.onStateChange(call);
    }

    /**
     * Takes the link's own step.
     *
     * @param shape the step that the run was made with
     * @return the step, to be given its undo and its call
     */
    public SagaStep step(StepShape shape) {
        flow.awaitTurn();
        return new SagaStep(flow.steps(), flow.groups(), shape);
    }

    /**
     * Runs the first link of a saga that is all or nothing. If a step before the pivot is refused, here or in a link
     * below, or its outcome cannot be learnt, each link undoes its own step before the one above it does, and the
     * workflow fails with the error that started it as its cause. An undo that fails for good leaves its link and those
     * above it open, while these go on undoing.
     *
     * @param body the step, and the hand-over to the next link
     * @param <R> the saga's result
     * @return what the body returns, once every step is done
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the flow returns what the body does
    public <R extends @Nullable Object> R atomic(Supplier<R> body) {
        return (R) flow.atomic(null, body);
    }

    /**
     * Runs the first link of a saga without a result that is all or nothing, as {@link #atomic(Supplier)} does.
     *
     * @param body the step, and the hand-over to the next link
     */
    public void atomic(Runnable body) {
        flow.atomic(null, nothing(body));
    }

    /**
     * Runs another link of a saga that is all or nothing, as {@link #atomic(Supplier)} does.
     *
     * @param chain what the link before it has told
     * @param body the step, and the hand-over to the next link; in the last one it returns the saga's result
     * @return the answer to the link before it, which the workflow returns
     */
    public @Nullable Object atomic(Chain chain, Supplier<? extends @Nullable Object> body) {
        return flow.atomic(chain, body);
    }

    /**
     * Runs the first link of a saga that agrees in time. Its steps are asked for without limit and never undone. A step
     * that is refused leaves its link open until an operator settles it; the steps before it stay done, and the caller
     * is told at once where it stopped.
     *
     * @param body the step, and the hand-over to the next link
     * @param <R> the saga's result
     * @return what the body returns, once every step is done
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the flow returns what the body does
    public <R extends @Nullable Object> R eventual(Supplier<R> body) {
        return (R) flow.eventual(null, body);
    }

    /**
     * Runs the first link of a saga without a result that agrees in time, as {@link #eventual(Supplier)} does.
     *
     * @param body the step, and the hand-over to the next link
     */
    public void eventual(Runnable body) {
        flow.eventual(null, nothing(body));
    }

    /**
     * Runs another link of a saga that agrees in time, as {@link #eventual(Supplier)} does.
     *
     * @param chain what the link before it has told
     * @param body the step, and the hand-over to the next link; in the last one it returns the saga's result
     * @return the answer to the link before it, which the workflow returns
     */
    public @Nullable Object eventual(Chain chain, Supplier<? extends @Nullable Object> body) {
        return flow.eventual(chain, body);
    }

    /**
     * Runs a link behind the first of a chain that is all or nothing, which answers nothing, as {@link #atomic(Chain,
     * Supplier)} does.
     *
     * @param chain what the link was started with
     * @param body the link's step, and what it hands over
     * @return what the link's workflow returns, for the one above to read
     */
    public @Nullable Object atomic(Chain chain, Runnable body) {
        return flow.atomic(chain, nothing(body));
    }

    /**
     * Runs a link behind the first of a chain in which nothing is undone, which answers nothing, as
     * {@link #eventual(Chain, Supplier)} does.
     *
     * @param chain what the link was started with
     * @param body the link's step, and what it hands over
     * @return what the link's workflow returns, for the one above to read
     */
    public @Nullable Object eventual(Chain chain, Runnable body) {
        return flow.eventual(chain, nothing(body));
    }

    private static Supplier<@Nullable Object> nothing(Runnable body) {
        return () -> {
            body.run();
            return null;
        };
    }

    /**
     * Runs the first link of a saga that is all or nothing and whose links work at the same time: each hands on before
     * its own step, and they tell each other their results, and whether the saga can be completed, by messages. When a
     * step is refused nothing new begins, and each link undoes its own step; a step that cannot be undone begins only
     * when all before it are done. A link is over when the first one has said that the saga is.
     *
     * @param body the hand-on to the next link, and the step
     * @param <R> the saga's result, which may be made of {@link #result results} of other links
     * @return what the body returns, once every step is done
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the flow returns what the body does
    public <R extends @Nullable Object> R atomicAtOnce(Supplier<R> body) {
        return (R) flow.atomicAtOnce(null, body);
    }

    /**
     * Runs the first link of a saga without a result whose links work at the same time, as
     * {@link #atomicAtOnce(Supplier)} does.
     *
     * @param body the hand-on to the next link, and the step
     */
    public void atomicAtOnce(Runnable body) {
        flow.atomicAtOnce(null, nothing(body));
    }

    /**
     * Runs another link of a saga whose links work at the same time, as {@link #atomicAtOnce(Supplier)} does.
     *
     * @param chain what the link before it has told
     * @param body the hand-on to the next link, and the step; what it returns nobody needs
     * @return what the body returns, which the workflow may return
     */
    public @Nullable Object atomicAtOnce(Chain chain, Supplier<? extends @Nullable Object> body) {
        return flow.atomicAtOnce(chain, body);
    }

    /**
     * Runs another link of a saga whose links work at the same time, as {@link #atomicAtOnce(Chain, Supplier)} does.
     *
     * @param chain what the link before it has told
     * @param body the hand-on to the next link, and the step
     * @return what the link's workflow returns
     */
    public @Nullable Object atomicAtOnce(Chain chain, Runnable body) {
        return flow.atomicAtOnce(chain, nothing(body));
    }

    /**
     * Waits for the result of another link's step, in a saga whose links work at the same time.
     *
     * @param step the step
     * @param result the class of its result
     * @param <R> the result
     * @return the result
     * @throws IllegalStateException if the step was not taken
     */
    public <R> R result(StepShape step, Class<R> result) {
        return flow.result(step, result, result).orElseThrow(() -> notTaken(step));
    }

    /**
     * Waits for the result of another link's step, as {@link #result(StepShape, Class)} does, where it has a generic
     * type.
     *
     * @param step the step
     * @param result the type of its result
     * @param <R> the result
     * @return the result
     * @throws IllegalStateException if the step was not taken
     */
    public <R> R result(StepShape step, ResultType<R> result) {
        return flow.result(step, result.rawClass(), result.type()).orElseThrow(() -> notTaken(step));
    }

    /**
     * Waits until it is known whether another link's step was taken, in a saga whose links work at the same time.
     *
     * @param step the step
     * @param result the class of its result
     * @param <R> the result
     * @return the result, if the step was taken
     */
    public <R> Optional<R> resultIfAny(StepShape step, Class<R> result) {
        return flow.result(step, result, result);
    }

    /**
     * Waits until it is known whether another link's step was taken, as {@link #resultIfAny(StepShape, Class)} does,
     * where its result has a generic type.
     *
     * @param step the step
     * @param result the type of its result
     * @param <R> the result
     * @return the result, if the step was taken
     */
    public <R> Optional<R> resultIfAny(StepShape step, ResultType<R> result) {
        return flow.result(step, result.rawClass(), result.type());
    }

    private static IllegalStateException notTaken(StepShape step) {
        return new IllegalStateException("step " + step.name() + " was not taken, and has no result");
    }

    /**
     * Hands over to the next link and waits for what it and all after it answer. It returns only if they are done;
     * otherwise the link leaves its body here.
     *
     * @param next the next link
     * @param result the class of the saga's result
     * @param envelope what the next link needs of the saga's data
     * @param <R> the saga's result
     * @return the saga's result
     */
    public <R> R handOver(LinkShape next, Class<R> result, Object envelope) {
        return flow.handOver(next, result, result, envelope);
    }

    /**
     * Hands over to the next link, as {@link #handOver(LinkShape, Class, Object)} does, where the saga's result has a
     * generic type.
     *
     * @param next the next link
     * @param result the type of the saga's result
     * @param envelope what the next link needs of the saga's data
     * @param <R> the saga's result
     * @return the saga's result
     */
    public <R> R handOver(LinkShape next, ResultType<R> result, Object envelope) {
        return flow.handOver(next, result.rawClass(), result.type(), envelope);
    }

    /**
     * Hands over to the next link, as {@link #handOver(LinkShape, Class, Object)} does, where the answer only has to be
     * passed on, or there is none.
     *
     * @param next the next link
     * @param envelope what the next link needs of the saga's data
     * @return the answer as it came, for the body to return
     */
    public @Nullable Object handOver(LinkShape next, Object envelope) {
        return flow.handOver(next, envelope);
    }

    /**
     * Starts the next link and does not wait for its answer, only until the server has it. The link goes on from here,
     * and may be over before the next one is.
     *
     * @param next the next link
     * @param envelope what the next link needs of the saga's data
     */
    public void handOn(LinkShape next, Object envelope) {
        flow.handOn(next, envelope);
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
