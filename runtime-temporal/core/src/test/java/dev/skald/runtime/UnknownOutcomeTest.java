package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.CardDeclined;
import com.acme.orders.Confirmation;
import com.acme.orders.PlaceOrderFailed;
import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.api.enums.v1.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows when nobody can say whether a step has happened: it is undone too, and first. */
final class UnknownOutcomeTest {

    @Test
    void aFailureThatUsesUpItsRetriesMayHaveHappened() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("authorize", Behaviours.broken());
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).rootCause().hasMessageContaining("database is down");
            assertThat(sagas.shop.effects()).containsExactly("reserve", "voidAuthorization", "release");
            assertThat(sagas.shop.callsOf("authorization")).hasSize(6);
            assertThat(sagas.closingFailure(handle).getApplicationFailureInfo().getCategory())
                    .isEqualTo(ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_UNSPECIFIED);
            sagas.replay(handle);
        }
    }

    @Test
    void aStepThatHappenedWithoutSayingSoIsUndone() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("book", Behaviours.failingAfterItsEffect());
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            assertThatThrownBy(handle::result).isInstanceOf(PlaceOrderFailed.class);

            assertThat(sagas.shop.effects()).endsWith("book", "cancel", "voidAuthorization", "release");
            sagas.replay(handle);
        }
    }

    @Test
    void anAttemptThatTimedOutAfterItsEffectIsUndone() {
        CallShape hasty =
                Trial.call().timeout(Duration.ofMillis(300)).attempts(2).limit(Duration.ofHours(1));
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        StepShape.compensatable("two")
                                .call(hasty)
                                .undo(Trial.call())
                                .build())
                .build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("two", Behaviours.slowAfterItsEffect(Duration.ofSeconds(1)));
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).startsWith("one", "two").endsWith("undo two", "undo one");
            assertThat(failed.steps().get(1).lastError()).contains("no answer in time");
        }
    }

    @Test
    void anAnswerThatCannotBeReadMayStandForAnEffect() {
        try (Sagas sagas = Sagas.started((factory, shop) -> {
            Sagas.registerWithoutBilling(factory, shop);
            Skald.worker(factory, "billing").registerActivitiesImplementations(new OddBilling(Map.of("id", 7)));
        })) {
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("billing.authorize answered what cannot be read as");
            assertThat(sagas.shop.effects()).containsExactly("reserve", "release");
            assertThat(handle.status().undone()).containsExactly("authorization", "reservation");
            sagas.replay(handle);
        }
    }

    @Test
    void noAnswerAtAllWhereOneIsExpectedMayStandForAnEffect() {
        try (Sagas sagas = Sagas.started((factory, shop) -> {
            Sagas.registerWithoutBilling(factory, shop);
            Skald.worker(factory, "billing").registerActivitiesImplementations(new OddBilling(null));
        })) {
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

            assertThat(failed).cause().hasMessageContaining("answered nothing");
            assertThat(handle.status().undone()).containsExactly("authorization", "reservation");
        }
    }

    @Test
    void anErrorThatTheOperationDoesNotDeclareIsNoRefusal() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("reserve", Behaviours.failing(() -> new CardDeclined("wrong participant")));
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

            assertThat(failed.steps().get(0).state()).isEqualTo(StepState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("release");
        }
    }

    @Test
    void aDeclaredErrorThatIsNotFinalIsNoRefusal() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on(
                    "authorize",
                    Behaviours.failing(() -> ApplicationFailure.newFailure("again", "com.acme.orders.CardDeclined")));
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            assertThatThrownBy(handle::result).isInstanceOf(PlaceOrderFailed.class);

            assertThat(sagas.shop.effects()).containsExactly("reserve", "voidAuthorization", "release");
        }
    }

    /** Answers authorizations with something else. */
    @ActivityInterface
    public interface OddWire {
        @ActivityMethod(name = "billing.authorize")
        @Nullable
        Object authorize(JsonNode request);

        @ActivityMethod(name = "billing.voidAuthorization")
        void voidAuthorization(JsonNode request);
    }

    private record OddBilling(@Nullable Object answer) implements OddWire {
        @Override
        public @Nullable Object authorize(JsonNode request) {
            return answer;
        }

        @Override
        public void voidAuthorization(JsonNode request) {}
    }
}
