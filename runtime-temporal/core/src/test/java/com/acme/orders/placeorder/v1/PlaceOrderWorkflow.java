package com.acme.orders.placeorder.v1;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The mediator of saga PlaceOrder. */
@WorkflowInterface
public interface PlaceOrderWorkflow {
    @WorkflowMethod(name = "com.acme.orders.PlaceOrder.v1")
    Confirmation run(Order order);
}
