package com.acme.orders.placeorder.v1;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import com.acme.orders.CardDeclined;
import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.UndoOrder;

/** What never changes from one run of saga PlaceOrder to the next. */
final class PlaceOrderShape {

    static final StepShape RESERVATION = StepShape.compensatable("reservation")
            .call(CallShape.on("inventory")
                    .timeout(ofSeconds(30))
                    .attempts(5)
                    .backoff(ofSeconds(1), ofSeconds(30), 2)
                    .limit(ofSeconds(165)))
            .undo(CallShape.on("inventory")
                    .timeout(ofSeconds(30))
                    .attempts(10)
                    .backoff(ofSeconds(1), ofMinutes(5), 2)
                    .limit(ofSeconds(811)))
            .refusedBy(OutOfStock.TYPE)
            .build();

    static final StepShape AUTHORIZATION = StepShape.compensatable("authorization")
            .moment(PlaceOrderState.CHECKING_PAYMENT)
            .call(CallShape.on("billing")
                    .timeout(ofSeconds(10))
                    .attempts(5)
                    .backoff(ofSeconds(1), ofSeconds(30), 2)
                    .limit(ofSeconds(65)))
            .undo(CallShape.on("billing")
                    .timeout(ofSeconds(30))
                    .attempts(10)
                    .backoff(ofSeconds(1), ofMinutes(5), 2)
                    .limit(ofSeconds(811)))
            .refusedBy(CardDeclined.TYPE)
            .build();

    static final StepShape SHIPMENT = StepShape.compensatable("shipment")
            .call(CallShape.on("shipping")
                    .timeout(ofSeconds(30))
                    .attempts(5)
                    .backoff(ofSeconds(1), ofSeconds(30), 2)
                    .limit(ofSeconds(165)))
            .undo(CallShape.on("shipping")
                    .timeout(ofSeconds(30))
                    .attempts(10)
                    .backoff(ofSeconds(1), ofMinutes(5), 2)
                    .limit(ofSeconds(811)))
            .refusedBy(NotServed.TYPE)
            .build();

    static final StepShape CAPTURE = StepShape.pivot("capture")
            .call(CallShape.on("billing").timeout(ofSeconds(30)).unlimited().backoff(ofSeconds(1), ofSeconds(30), 2))
            .build();

    static final StepShape SEND_RECEIPT = StepShape.retriable("sendReceipt")
            .call(CallShape.on("notifications")
                    .timeout(ofSeconds(30))
                    .unlimited()
                    .backoff(ofSeconds(1), ofSeconds(30), 2))
            .build();

    static final SagaShape SAGA = SagaShape.of("com.acme.orders.PlaceOrder", 1)
            .deadline(ofMinutes(10))
            .steps(RESERVATION, AUTHORIZATION, SHIPMENT, CAPTURE, SEND_RECEIPT)
            .undo(UndoOrder.LAST_FIRST)
            .states(PlaceOrderState.values())
            .build();

    private PlaceOrderShape() {}
}
