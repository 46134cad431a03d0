package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A saga whose participant keeps its promises by a fence, when attempts time out and go on all the same. */
final class FencedSagaTest {

    private final Fenced participant = new Fenced();
    private final Sagas sagas = Sagas.started((factory, shop) -> {
        Trial.registerSaga(factory, shape());
        Skald.worker(factory, Trial.PARTICIPANT).registerActivitiesImplementations(participant);
    });
    private final SagaClient<String> client = Trial.client(sagas.patient, NotServed.TYPE);

    @AfterEach
    void close() {
        sagas.close();
    }

    @Test
    void aRequestThatArrivesAfterItsUndoIsRefusedForGood() throws Exception {
        Behaviours.Held held = new Behaviours.Held();
        participant.before("hasty", held);
        SagaHandle<String> handle = client.start("1", "x");
        held.awaitBegun();

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
        held.free();

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        ApplicationFailure late = (ApplicationFailure) participant.failure.get(20, TimeUnit.SECONDS);
        assertThat(late.getType()).isEqualTo(SagaFence.AFTER_UNDO);
        assertThat(late.isNonRetryable()).isTrue();
        assertThat(participant.effects).containsExactly("one", "undo one");
    }

    @Test
    void anUndoThatArrivesWhileItsRequestStillWorksTakesItBack() {
        Behaviours.Held held = new Behaviours.Held();
        participant.within("hasty", held);
        SagaHandle<String> handle = client.start("1", "x");
        held.awaitBegun();

        sagas.awaitState(handle, SagaState.COMPENSATING);
        assertThat(participant.effects).containsExactly("one");
        held.free();
        SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(participant.effects).containsExactly("one", "hasty", "undo hasty", "undo one");
    }

    @Test
    void aRefusalWhoseAnswerWasLostIsStillARefusal() {
        participant.within("hasty", Behaviours.failing(() -> new NotServed("islands")));
        participant.after("hasty", Behaviours.failingOnce());

        SagaFailed failed = catchThrowableOfType(
                SagaFailed.class, () -> client.start("1", "x").result());

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed)
                .cause()
                .isInstanceOfSatisfying(
                        NotServed.class, error -> assertThat(error.region()).isEqualTo("islands"));
        assertThat(participant.effects).containsExactly("one", "undo one");
    }

    /** An attempt at the second step has a second, and there are two. */
    private static SagaShape shape() {
        CallShape hasty = Trial.call()
                .timeout(Duration.ofSeconds(1))
                .attempts(2)
                .backoff(Duration.ofMillis(100), Duration.ofMillis(100), 1);
        return SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        Trial.step("hasty")
                                .call(hasty)
                                .refusedBy(NotServed.TYPE)
                                .build())
                .build();
    }

    /** Answers every operation by its name, once; it can be made to misbehave before, within and after its work. */
    private static final class Fenced implements DynamicActivity {

        private final SagaFence fence = new InMemorySagaFence();
        private final List<String> effects = new CopyOnWriteArrayList<>();
        private final Map<String, Shop.Behaviour> behaviours = new ConcurrentHashMap<>();
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

        void before(String operation, Shop.Behaviour behaviour) {
            behaviours.put("before " + operation, behaviour);
        }

        void within(String operation, Shop.Behaviour behaviour) {
            behaviours.put("within " + operation, behaviour);
        }

        void after(String operation, Shop.Behaviour behaviour) {
            behaviours.put("after " + operation, behaviour);
        }

        @Override
        public Object execute(EncodedValues args) {
            String operation = Activity.getExecutionContext().getInfo().getActivityType();
            SagaCall call = SagaCall.current();
            try {
                behave("before " + operation);
                if (call.phase() == SagaCall.Phase.DO) {
                    return fence.once(call, String.class, () -> work(operation));
                }
                fence.undo(call, () -> work(operation));
                return 0;
            } catch (RuntimeException thrown) {
                failure.complete(thrown);
                behave("after " + operation);
                throw thrown;
            }
        }

        private String work(String operation) {
            behave("within " + operation);
            effects.add(operation);
            return operation;
        }

        private void behave(String when) {
            Shop.Behaviour behaviour = behaviours.get(when);
            if (behaviour != null) {
                behaviour.answer(() -> when);
            }
        }
    }
}
