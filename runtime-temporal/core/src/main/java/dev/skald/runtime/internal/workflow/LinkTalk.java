package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkResult;
import dev.skald.runtime.internal.wire.LinkVerdict;
import dev.skald.runtime.internal.wire.PlainJson;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the links of a chain that work at the same time tell each other, along the chain in both directions: the results
 * of steps, the token that says that all above are done, the verdict that the saga will not be completed, and the final
 * word.
 */
final class LinkTalk {

    private final Stops stops;
    private final Map<LinkResult, @Nullable Object> results = new LinkedHashMap<>();
    private final List<Promise<Void>> sent = new ArrayList<>();
    private final Optional<String> above = Workflow.getInfo().getParentWorkflowId();
    private @Nullable String below;
    private @Nullable StepFailed verdict;
    private @Nullable SagaState finalWord;
    private boolean token;
    private boolean allDone;

    LinkTalk(Stops stops) {
        this.stops = stops;
    }

    /** The next link has been started: what it has missed it is told now. */
    void handedOn(String workflowId) {
        below = workflowId;
        results.forEach((result, value) -> down(LinkMessages.RESULT, result, value));
        if (verdict != null) {
            down(LinkMessages.VERDICT, message(verdict, true));
        }
    }

    /** The link's own step is done. */
    void done(String step, @Nullable Object result) {
        tell(step, true, result);
    }

    /** The link's own step is not taken. */
    void skipped(String step) {
        tell(step, false, null);
    }

    private void tell(String step, boolean isTaken, @Nullable Object result) {
        up(LinkMessages.RESULT, new LinkResult(step, isTaken, false), result);
        down(LinkMessages.RESULT, new LinkResult(step, isTaken, true), result);
    }

    /** Another link's step is done, or is not taken. */
    void hear(LinkResult result, @Nullable RawValue value) {
        results.put(result, value);
        if (result.isDown()) {
            down(LinkMessages.RESULT, result, value);
        } else {
            up(LinkMessages.RESULT, result, value);
        }
    }

    /** Whether a step is taken, which it is as long as nothing else was heard of it. */
    boolean isTaken(String step) {
        return heard(step).map(LinkResult::isTaken).orElse(true);
    }

    /** Whether anything was heard of a step. */
    boolean hasHeardOf(String step) {
        return heard(step).isPresent();
    }

    /** What a step has answered; empty if it is not taken. */
    <R> Optional<R> result(String step, Class<R> resultClass, Type resultType) {
        return heard(step)
                .filter(LinkResult::isTaken)
                .map(results::get)
                .filter(RawValue.class::isInstance)
                .map(RawValue.class::cast)
                .map(raw -> PlainJson.CONVERTER.fromPayload(raw.getPayload(), resultClass, resultType));
    }

    private Optional<LinkResult> heard(String step) {
        return results.keySet().stream()
                .filter(result -> result.step().equals(step))
                .findFirst();
    }

    /** All above are done. */
    void takeToken() {
        token = true;
    }

    boolean hasToken() {
        return token;
    }

    /** All up to this link is done: the next one may go past the pivot; behind the last one there is nothing more. */
    void passToken() {
        if (below == null) {
            hearAllDone();
        } else {
            down(LinkMessages.TOKEN);
        }
    }

    /** All below are done, and all above. */
    void hearAllDone() {
        allDone = true;
        up(LinkMessages.ALL_DONE);
    }

    boolean isAllDone() {
        return allDone;
    }

    /** The link itself cannot go on: all others are told, unless it has been told by one of them. */
    void fails(StepFailed why) {
        if (verdict == null) {
            verdict = why;
            up(LinkMessages.VERDICT, message(why, false));
            down(LinkMessages.VERDICT, message(why, true));
        }
    }

    /** Another link cannot go on. */
    void hear(LinkVerdict told) {
        if (verdict == null) {
            verdict = StepFailed.elsewhere(told.error().failure(), told.error(), told.refused());
            if (told.isDown()) {
                down(LinkMessages.VERDICT, told);
            } else {
                up(LinkMessages.VERDICT, told);
            }
            stops.stop(told.error().failure());
        }
    }

    Optional<StepFailed> verdict() {
        return Optional.ofNullable(verdict);
    }

    private static LinkVerdict message(StepFailed why, boolean isDown) {
        return new LinkVerdict(why.firstError(), why.refused(), isDown);
    }

    /** The saga is over. */
    void ends(SagaState state) {
        if (finalWord == null) {
            finalWord = state;
            down(LinkMessages.FINAL, state);
        }
    }

    boolean isEnded() {
        return finalWord != null;
    }

    /** Returns when all that was said has reached whom it concerns. */
    void untilDelivered() {
        Promise.allOf(sent).get();
    }

    private void up(String message, @Nullable Object... content) {
        above.ifPresent(to -> send(to, message, content));
    }

    private void down(String message, @Nullable Object... content) {
        if (below != null) {
            send(below, message, content);
        }
    }

    private void send(String to, String message, @Nullable Object... content) {
        sent.add(Async.procedure(new Messenger(to, message, content)::deliver));
    }
}
