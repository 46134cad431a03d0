package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.participants.Shop;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places orders of several articles, some of which somebody has to approve, and reads the ledgers afterwards. */
final class BigOrderTest {

    private final Shop shop = new Shop(line -> {});
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(Skald.clientOptions(WorkflowClientOptions.newBuilder())
                            .build())
                    .build());
    private final PlaceBigOrderClient orders = new PlaceBigOrderClient(temporal.getWorkflowClient());

    @BeforeEach
    void openShop() {
        shop.register(temporal.getWorkerFactory());
        temporal.start();
    }

    @AfterEach
    void closeTemporal() {
        temporal.close();
    }

    @Test
    void whatCostsLittleNeedsNoApproval() {
        BigOrder order = order("45.00", teapots(2), teapots(3));

        assertThat(orders.execute(order)).isEqualTo("2 articles");

        assertThat(ledgers(order))
                .containsExactly(
                        "inventory DONE reserve 2 x teapot",
                        "inventory DONE reserve 3 x teapot",
                        "billing DONE authorize 45.00",
                        "billing DONE capture the amount");
    }

    @Test
    void anApprovalThatComesBeforeItIsWaitedForCounts() {
        BigOrder order = order("450.00", teapots(2));
        SagaHandle<String> handle = orders.start(order);

        orders.sendApproval(order.orderId().toString(), new Approval("ann"));

        assertThat(handle.result()).isEqualTo("1 articles, approved by ann");
    }

    @Test
    void whatNobodyApprovesInADayIsUndoneArticleByArticleLastFirst() {
        BigOrder order = order("450.00", teapots(2), teapots(3));

        PlaceBigOrderFailed failed = catchThrowableOfType(PlaceBigOrderFailed.class, () -> orders.execute(order));

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed).hasCauseInstanceOf(NotApproved.class);
        assertThat(ledgers(order))
                .containsExactly(
                        "inventory DONE reserve 2 x teapot",
                        "inventory DONE reserve 3 x teapot",
                        "billing DONE authorize 450.00",
                        "billing UNDONE authorize 450.00",
                        "inventory UNDONE reserve 3 x teapot",
                        "inventory UNDONE reserve 2 x teapot");
    }

    @Test
    void anArticleThatIsSoldOutUndoesThoseBeforeIt() {
        BigOrder order = order("45.00", teapots(2), new OrderLine("unicorn", 1), teapots(3));

        PlaceBigOrderFailed failed = catchThrowableOfType(PlaceBigOrderFailed.class, () -> orders.execute(order));

        assertThat(failed).hasCauseInstanceOf(OutOfStock.class);
        assertThat(ledgers(order))
                .containsExactly(
                        "inventory DONE reserve 2 x teapot",
                        "inventory REFUSED reserve 1 x unicorn",
                        "inventory UNDONE reserve 2 x teapot");
    }

    private List<String> ledgers(BigOrder order) {
        return shop.lines("PlaceBigOrder/" + order.orderId()).stream()
                .map(line -> "%s %s %s".formatted(line.participant(), line.mark(), line.what()))
                .toList();
    }

    private static OrderLine teapots(int quantity) {
        return new OrderLine("teapot", quantity);
    }

    private static BigOrder order(String amount, OrderLine... lines) {
        return new BigOrder(UUID.randomUUID(), "alice", List.of(lines), new BigDecimal(amount));
    }
}
