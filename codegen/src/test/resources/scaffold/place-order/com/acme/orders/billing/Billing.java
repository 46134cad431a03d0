package com.acme.orders.billing;

import com.acme.orders.Authorization;
import dev.skald.runtime.SagaCall;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Participant {@code billing}: a first implementation, to be filled in. It is yours:
 * {@code saga:scaffold} wrote it, and never writes over it.
 *
 * <p>A participant makes three promises, by the call that {@link SagaCall#current} tells:
 *
 * <ul>
 *   <li>The same call has the same answer, or the same refusal, however often it comes;
 *       {@link SagaCall#key} tells it again.
 *   <li>After an undo, a late request of the same saga, step and iteration is refused.
 *   <li>An undo whose request never came succeeds.
 * </ul>
 *
 * <p>It keeps them by writing down what it answered, in the transaction that does the work.
 *
 * <p>An operation that is not written yet throws {@link UnsupportedOperationException}, and so never claims to
 * have done anything: the saga asks again, as after every failure that is no declared error, and
 * stays open where an undo is missing.
 *
 * <p>One instance answers all calls, on several threads.
 * {@link BillingWorker#register} makes a worker serve it.
 */
public final class Billing implements BillingActivities {

    @Override
    public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
        SagaCall call = SagaCall.current();
        // A request: where call.key() was answered before, answer the same; where its step was undone, refuse.
        // CardDeclined refuses it: then nothing has happened.
        throw new UnsupportedOperationException("billing.authorize is not written yet: " + call.key());
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        SagaCall call = SagaCall.current();
        // An undo: where nothing was done for its saga, step and iteration, succeed; refuse the request from then on.
        throw new UnsupportedOperationException("billing.voidAuthorization is not written yet: " + call.key());
    }

    @Override
    public void capture(UUID orderId) {
        SagaCall call = SagaCall.current();
        // A request: where call.key() was answered before, answer the same; where its step was undone, refuse.
        throw new UnsupportedOperationException("billing.capture is not written yet: " + call.key());
    }
}
