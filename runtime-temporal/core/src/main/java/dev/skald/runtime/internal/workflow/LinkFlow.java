package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.LinkShape;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.internal.wire.LinkStop;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One link of a chain, as generated code and the links around it reach it: its own step, the hand-over to the next
 * link, and what the others tell.
 */
public final class LinkFlow {

    private final LinkParts link;
    private @Nullable LinkCourse course;

    /**
     * A link, at its beginning.
     *
     * @param saga what never changes about the saga
     * @param own the link's own step
     */
    public LinkFlow(SagaShape saga, StepShape own) {
        link = LinkParts.of(saga, own);
        link.journal().observedBy(this::changed);
        Workflow.registerListener(new AnswersOfLink(link.journal(), link.standing()));
        Workflow.registerListener(new UpdatesOfSaga(link.helpdesk(), link.stops(), link.answer()));
        Workflow.registerListener(new MessagesOfLink(this));
    }

    /**
     * How stubs ask participants.
     *
     * @return the calls of this link
     */
    public Calls calls() {
        return link.calls();
    }

    /**
     * How the link's step is taken.
     *
     * @return the steps of this link
     */
    public Steps steps() {
        return way().steps();
    }

    /**
     * How steps would run at the same time, which those of a chain do not.
     *
     * @return the groups of this link
     */
    public Groups groups() {
        return new Groups(steps(), link.stops(), () -> new Branches(failed -> {}));
    }

    /**
     * Says how a participant is told the saga's state.
     *
     * @param call generated code that makes one call, given the state
     */
    public void onStateChange(Consumer<String> call) {
        link.telling().by(call, link.place().callsBefore());
    }

    private void changed(String state) {
        if (Moves.isMoment(state) || tellsTheEnd()) {
            link.telling().changed(state);
        }
    }

    private boolean tellsTheEnd() {
        LinkPlace place = link.place();
        return !link.standing().isHandedOn()
                && (place.isFront() || place.chain().answersNobody());
    }

    /**
     * Runs a link of a saga that is all or nothing.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return the link's answer
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object atomic(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        return run(AtomicWay.begin(link, handed), body);
    }

    /**
     * Runs a link of a saga that agrees in time.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return the link's answer
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object eventual(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        return run(EventualWay.begin(link, handed), body);
    }

    /**
     * Runs a link of a saga that is all or nothing and whose links work at the same time.
     *
     * @param handed what the link before it has told; null for the first
     * @param body generated code
     * @return what the body returns
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public @Nullable Object atomicAtOnce(@Nullable Chain handed, Supplier<? extends @Nullable Object> body) {
        return run(AtOnceWay.begin(link, handed), body);
    }

    private @Nullable Object run(LinkWay way, Supplier<? extends @Nullable Object> body) {
        LinkCourse begun = new LinkCourse(link, way);
        course = begun;
        return begun.run(body);
    }

    private LinkWay way() {
        if (course == null) {
            throw new IllegalStateException(
                    "step " + link.place().own().name() + " was taken outside of its link's body");
        }
        return course.way();
    }

    /** Returns when the link's step may begin. */
    public void awaitTurn() {
        way().awaitTurn();
    }

    /**
     * Waits for the result of another link's step.
     *
     * @param step the step
     * @param resultClass the class of its result
     * @param resultType the full type of its result
     * @param <R> the result
     * @return the result; empty if the step is not taken
     */
    public <R> Optional<R> result(StepShape step, Class<R> resultClass, Type resultType) {
        return way().result(step, resultClass, resultType);
    }

    /**
     * Hands over to the next link and waits for its answer.
     *
     * @param next the next link
     * @param envelope what it needs of the saga's data
     * @return its answer as it came
     */
    public @Nullable Object handOver(LinkShape next, Object envelope) {
        return new HandOver(link, way()).waiting(next, envelope);
    }

    /**
     * Hands over to the next link and waits for its answer, which is the saga's result.
     *
     * @param next the next link
     * @param resultClass the class of the result
     * @param resultType the full type of the result
     * @param envelope what it needs of the saga's data
     * @param <R> the result
     * @return the result
     */
    public <R> R handOver(LinkShape next, Class<R> resultClass, Type resultType, Object envelope) {
        R result = new HandOver(link, way()).waiting(next, resultClass, resultType, envelope);
        if (result == null) {
            throw new IllegalStateException(link.shape().name() + " was completed without a result");
        }
        return result;
    }

    /**
     * Hands over to the next link, and goes on once the server has it.
     *
     * @param next the next link
     * @param envelope what it needs of the saga's data
     */
    public void handOn(LinkShape next, Object envelope) {
        new HandOver(link, way()).handingOn(next, envelope);
    }

    /** The link before this one tells it to stop. */
    void stop(LinkStop stop) {
        if (stop.type().equals(Stops.DEADLINE)) {
            link.place().saga().deadline().ifPresent(link.stops()::late);
            if (course != null) {
                course.late();
            }
        } else {
            link.stops().stop(ApplicationFailure.newNonRetryableFailure(stop.message(), stop.type()));
        }
    }

    LinkTalk talk() {
        return link.talk();
    }

    /** The link after this one tells something. */
    void hear(Consumer<NextLink<?>> message) {
        link.standing().hear(message);
    }
}
