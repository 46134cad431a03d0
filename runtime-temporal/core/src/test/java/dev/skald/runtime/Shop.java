package dev.skald.runtime;

import com.acme.orders.Authorization;
import com.acme.orders.NotServed;
import com.acme.orders.Reservation;
import com.acme.orders.Shipment;
import com.acme.orders.billing.BillingActivities;
import com.acme.orders.inventory.InventoryActivities;
import com.acme.orders.mail.MailActivities;
import com.acme.orders.shipping.ShippingActivities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * All four participants, with a ledger of what took effect and of every call; each operation can be made to misbehave.
 */
final class Shop {

    /** How an operation answers. */
    interface Behaviour {
        <T> T answer(Supplier<T> effect);
    }

    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final List<SagaCall> calls = new CopyOnWriteArrayList<>();

    final InventoryActivities inventory = new InventoryActivities() {
        @Override
        public Reservation reserve(UUID orderId, String sku, int quantity) {
            return answer("reserve", () -> new Reservation("R-" + sku));
        }

        @Override
        public void release(UUID orderId) {
            answer("release", () -> orderId);
        }
    };

    final BillingActivities billing = new BillingActivities() {
        @Override
        public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
            return answer("authorize", () -> new Authorization("A-" + amount));
        }

        @Override
        public void voidAuthorization(UUID orderId) {
            answer("voidAuthorization", () -> orderId);
        }

        @Override
        public void capture(UUID orderId) {
            answer("capture", () -> orderId);
        }
    };

    final ShippingActivities shipping = new ShippingActivities() {
        @Override
        public Shipment book(UUID orderId, String sku) {
            return answer("book", () -> new Shipment("T-" + sku));
        }

        @Override
        public void cancel(UUID orderId) {
            answer("cancel", () -> orderId);
        }
    };

    final MailActivities mail = (customerId, trackingCode) -> answer("sendReceipt", () -> customerId);

    /** From now on the operation behaves like this. */
    void on(String operation, Behaviour behaviour) {
        behaviours.put(operation, behaviour);
    }

    /** From now on the operation does not go on until it may. */
    Behaviours.Held hold(String operation) {
        Behaviours.Held held = new Behaviours.Held();
        on(operation, held);
        return held;
    }

    /** From now on the operation says no. */
    void refuse(String operation) {
        on(operation, Behaviours.failing(() -> new NotServed("Antarctica")));
    }

    /** From now on the operation behaves. */
    void mend(String operation) {
        behaviours.remove(operation);
    }

    /** The operations that took effect, in order. */
    List<String> effects() {
        return List.copyOf(effects);
    }

    /** The calls that arrived for a step, every attempt of each. */
    List<SagaCall> callsOf(String step) {
        return calls.stream().filter(call -> call.step().equals(step)).toList();
    }

    /** Answers one call as the operation is told to. */
    <T> T answer(String operation, Supplier<T> result) {
        calls.add(SagaCall.current());
        Supplier<T> effect = () -> {
            effects.add(operation);
            return result.get();
        };
        Behaviour behaviour = behaviours.get(operation);
        return behaviour == null ? effect.get() : behaviour.answer(effect);
    }
}
