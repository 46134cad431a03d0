package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Flow;
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
        return new SagaStep(flow.steps(), shape);
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
