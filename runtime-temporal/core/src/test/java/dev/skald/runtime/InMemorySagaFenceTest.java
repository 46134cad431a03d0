package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.skald.runtime.SagaCall.Phase;
import org.junit.jupiter.api.Test;

/** The fence in memory, and what every fence has from {@link AbstractSagaFence} besides its contract. */
final class InMemorySagaFenceTest extends SagaFenceContract {

    private static final SagaCall CALL = new SagaCall("Trip/1/run", "Trip", "one", 0, Phase.DO, null);

    private final SagaFence fence = new InMemorySagaFence();

    @Override
    protected SagaFence fence() {
        return fence;
    }

    @Test
    void answerThatCannotBeReadIsToldWithoutShowingIt() {
        fence.once(CALL, Card.class, () -> new Card("4111-1111"));

        assertThatThrownBy(() -> fence.once(CALL, Holder.class, () -> new Holder(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining(CALL.key())
                .hasMessageContaining("cannot be read as ")
                .hasMessageEndingWith("[\"number\"]")
                .hasMessageNotContaining("4111");
    }

    @Test
    void answersAreWrittenByTheMapperOfTheApplicationsOwn() {
        SagaFence own = new InMemorySagaFence(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .build());
        own.once(CALL, Card.class, () -> new Card("1"));

        assertThat(own.once(CALL, UpperCase.class, () -> new UpperCase("2"))).isEqualTo(new UpperCase("1"));
    }

    private record Card(String number) {}

    private record Holder(int number) {}

    private record UpperCase(@JsonProperty("Number") String number) {}
}
