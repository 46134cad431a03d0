package dev.skald.runtime.internal.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.StepShape;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a call's shape becomes Temporal's options. */
final class CallOptionsTest {

    private static final CallShape CALL = CallShape.on("billing")
            .timeout(Duration.ofSeconds(10))
            .attempts(5)
            .backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), 2);

    @Test
    void attemptsTimeoutAndBackOffsGoOverAsTheyAre() {
        ActivityOptions options = options(CALL.heartbeat(Duration.ofSeconds(3)), Phase.DO);

        assertThat(options.getTaskQueue()).isEqualTo("billing");
        assertThat(options.getStartToCloseTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.getRetryOptions().getMaximumAttempts()).isEqualTo(5);
        assertThat(options.getRetryOptions().getInitialInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.getRetryOptions().getMaximumInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(options.getRetryOptions().getBackoffCoefficient()).isEqualTo(2);
        assertThat(options.getCancellationType()).isEqualTo(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
    }

    @Test
    void aBoundedCallIsBoundedInTimeTooAndNeverInItsWaitForAWorker() {
        ActivityOptions options = options(CALL, Phase.DO);

        assertThat(options.getScheduleToCloseTimeout()).isEqualTo(Duration.ofSeconds(5 * 10 + 1 + 2 + 4 + 4));
        assertThat(options.getScheduleToStartTimeout()).isNull();
    }

    @Test
    void aLimitOfItsOwnWins() {
        assertThat(options(CALL.limit(Duration.ofMinutes(2)), Phase.DO).getScheduleToCloseTimeout())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void anUnlimitedCallHasNoLimit() {
        ActivityOptions options = options(CALL.unlimited(), Phase.DO);

        assertThat(options.getScheduleToCloseTimeout()).isNull();
        assertThat(options.getRetryOptions().getMaximumAttempts()).isZero();
    }

    @Test
    void theSummaryIsInTheDefinitionsWords() {
        assertThat(options(CALL, Phase.DO).getSummary()).isEqualTo("authorize the payment");
        assertThat(options(CALL, Phase.UNDO).getSummary()).isEqualTo("undo authorization");
    }

    private static ActivityOptions options(CallShape call, Phase phase) {
        StepShape step = StepShape.compensatable("authorization")
                .wording("authorize the payment")
                .call(call)
                .undo(call)
                .build();
        return CallOptions.of(new CallSite(new StepEntry(step, 0), phase, call, true, List.of(), null));
    }
}
