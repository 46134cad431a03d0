package com.acme.orders.placeorder.v1;

import static com.acme.orders.placeorder.v1.PlaceOrderShape.AUTHORIZATION;
import static com.acme.orders.placeorder.v1.PlaceOrderShape.CAPTURE;
import static com.acme.orders.placeorder.v1.PlaceOrderShape.RESERVATION;
import static com.acme.orders.placeorder.v1.PlaceOrderShape.SEND_RECEIPT;
import static com.acme.orders.placeorder.v1.PlaceOrderShape.SHIPMENT;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import com.acme.orders.Shipment;
import com.acme.orders.billing.BillingActivities;
import com.acme.orders.billing.BillingStub;
import com.acme.orders.inventory.InventoryActivities;
import com.acme.orders.inventory.InventoryStub;
import com.acme.orders.mail.MailActivities;
import com.acme.orders.mail.MailStub;
import com.acme.orders.shipping.ShippingActivities;
import com.acme.orders.shipping.ShippingStub;
import dev.skald.runtime.SagaRun;

/** Places an order: an Epic saga (sync, atomic, orchestrated), version 1. Source: place-order.saga. */
public final class PlaceOrderWorkflowImpl implements PlaceOrderWorkflow {

    private final SagaRun saga = SagaRun.of(PlaceOrderShape.SAGA);
    private final InventoryActivities inventory = new InventoryStub(saga);
    private final BillingActivities billing = new BillingStub(saga);
    private final ShippingActivities shipping = new ShippingStub(saga);
    private final MailActivities mail = new MailStub(saga);

    @Override
    public Confirmation run(Order order) {
        return saga.atomic(() -> {
            // place-order.saga:47
            saga.step(RESERVATION)
                    .compensate(() -> inventory.release(order.orderId()))
                    .run(() -> inventory.reserve(order.orderId(), order.sku(), order.quantity()));

            // place-order.saga:50, CHECKING_PAYMENT
            saga.step(AUTHORIZATION)
                    .compensate(() -> billing.voidAuthorization(order.orderId()))
                    .run(() -> billing.authorize(order.orderId(), order.customerId(), order.amount()));

            // place-order.saga:60
            Shipment shipment = saga.step(SHIPMENT)
                    .compensate(() -> shipping.cancel(order.orderId()))
                    .call(() -> shipping.book(order.orderId(), order.sku()));

            // place-order.saga:63, the pivot
            saga.step(CAPTURE).run(() -> billing.capture(order.orderId()));

            // place-order.saga:65
            saga.step(SEND_RECEIPT).run(() -> mail.sendReceipt(order.customerId(), shipment.trackingCode()));

            return new Confirmation(order.orderId(), shipment.trackingCode());
        });
    }
}
