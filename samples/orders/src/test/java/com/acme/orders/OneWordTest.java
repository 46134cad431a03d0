package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares the texts of the three sagas {@code PlaceOrder}. */
final class OneWordTest {

    @Test
    void theFairyTaleIsTheEpicWithOneWordChanged() throws IOException {
        String epic = saga("place-order.saga");

        assertThat(epic).containsOnlyOnce("atomic");
        assertThat(saga("eventual/place-order.saga")).isEqualTo(epic.replace("atomic", "eventual"));
    }

    @Test
    void theParallelIsTheFairyTaleWithOneWordChanged() throws IOException {
        String fairyTale = saga("eventual/place-order.saga");

        assertThat(fairyTale).containsOnlyOnce("sync");
        assertThat(saga("parallel/place-order.saga")).isEqualTo(fairyTale.replace("sync", "async"));
    }

    private static String saga(String file) throws IOException {
        String text = Files.readString(Path.of("src/main/saga", file));
        return text.substring(text.indexOf("saga PlaceOrder("));
    }
}
