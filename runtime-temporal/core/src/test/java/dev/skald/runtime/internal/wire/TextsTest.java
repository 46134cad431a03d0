package dev.skald.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts of bounded length. */
final class TextsTest {

    @Test
    void aShortTextStaysAsItIs() {
        assertThat(Texts.cut("authorize the payment", 200)).isEqualTo("authorize the payment");
    }

    @Test
    void aLongOneIsCutBetweenCharacters() {
        assertThat(Texts.cut("€€€", 7)).isEqualTo("€€");
        assertThat(Texts.cut("😀😀", 7)).isEqualTo("😀");
        assertThat(Texts.cut("é".repeat(300), 200).getBytes(StandardCharsets.UTF_8))
                .hasSize(200);
    }
}
