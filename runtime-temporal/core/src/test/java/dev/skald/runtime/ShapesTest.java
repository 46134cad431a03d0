package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.Order;
import com.acme.orders.Shipment;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generated code may and may not say. */
final class ShapesTest {

    @Test
    void aStepThatMustBeDoneIsAskedAgain() {
        assertThatThrownBy(() -> StepShape.pivot("go")
                        .call(CallShape.on("q"))
                        .onUnknown(OnUnknown.COMPENSATE)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be done");
    }

    @Test
    void aStepHasACall() {
        assertThatThrownBy(() -> StepShape.pivot("go").build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGenericResultKeepsItsTypeArguments() {
        ResultType<List<Shipment>> type = new ResultType<>() {};

        assertThat(type.rawClass()).isEqualTo(List.class);
        assertThat(type.type().getTypeName()).isEqualTo("java.util.List<com.acme.orders.Shipment>");
    }

    @Test
    void aMissingOrAbsentPrimitiveIsRefusedAndNeverReadAsZero() {
        assertThatThrownBy(() -> orderWith("")).hasStackTraceContaining("quantity");
        assertThatThrownBy(() -> orderWith(",\"quantity\":null")).hasStackTraceContaining("quantity");
        assertThat(orderWith(",\"quantity\":3,\"later\":true").quantity()).isEqualTo(3);
    }

    private static Order orderWith(String more) {
        String json =
                "{\"orderId\":\"7f0b4ca4-1c2c-4c0e-8f3c-2f1f0d5a9b11\",\"customerId\":\"c\",\"sku\":\"s\",\"amount\":1"
                        + more + "}";
        Payload payload = Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return DefaultDataConverter.newDefaultInstance().fromPayload(payload, Order.class, Order.class);
    }
}
