package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepShape;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A link of a saga that is all or nothing and whose links work at the same time: they tell each other how it goes. */
final class AtOnceWay implements LinkWay {

    private final LinkParts link;
    private final AtomicWay atomic;
    private final LinkHearing hearing;
    private final LinkToken token;
    private final LinkWatch watch;

    private AtOnceWay(LinkParts link, AtomicWay atomic) {
        this.link = link;
        this.atomic = atomic;
        this.hearing = new LinkHearing(link);
        this.watch = new LinkWatch(link, hearing);
        this.token = new LinkToken(link, hearing, watch, atomic::isPastPivot);
    }

    /** A link that begins. */
    static AtOnceWay begin(LinkParts link, @Nullable Chain handed) {
        AtOnceWay way = new AtOnceWay(link, AtomicWay.begin(link, handed));
        way.steps().tellDone(way.hearing::ownIsDone);
        if (link.place().isFront()) {
            link.talk().takeToken();
        }
        return way;
    }

    @Override
    public Steps steps() {
        return atomic.steps();
    }

    @Override
    public boolean isPastPivot() {
        return atomic.isPastPivot();
    }

    @Override
    public boolean mustGoOn() {
        return atomic.mustGoOn();
    }

    @Override
    public @Nullable Object take(Supplier<? extends @Nullable Object> body) {
        token.passInTime();
        Object result = body.get();
        hearing.ownIsOver();
        LinkTalk talk = link.talk();
        hearing.until(() -> link.place().isFront() ? talk.isAllDone() : talk.isEnded());
        return result;
    }

    /** A step that cannot be undone begins when all before it are done, and so does one that stands behind it. */
    @Override
    public void awaitTurn() {
        LinkPlace place = link.place();
        List<StepShape> pointsOfNoReturn = place.pointsOfNoReturn();
        if (!pointsOfNoReturn.isEmpty()) {
            hearing.until(link.talk()::hasToken);
        }
        // The own step goes past it by itself.
        if (pointsOfNoReturn.stream()
                .anyMatch(step -> step != place.own() && link.talk().isTaken(step.name()))) {
            steps().goPastPivot();
        }
    }

    @Override
    public <R> Optional<R> result(StepShape step, Class<R> resultClass, Type resultType) {
        if (link.place().isBefore(step)) {
            // Nothing that comes later can be of use to the link's own step.
            hearing.ownIsOver();
        }
        hearing.until(() -> link.talk().hasHeardOf(step.name()));
        return link.talk().result(step.name(), resultClass, resultType);
    }

    @Override
    public boolean leavesNextAlone() {
        return false;
    }

    @Override
    public void handedOn(NextLink<?> next) {
        link.talk().handedOn(next.workflowId());
        watch.begin(next);
    }

    @Override
    public void settle(StepFailed why, boolean isGivenUp) {
        link.stops().passOn(null);
        link.talk().fails(why);
        atomic.undoUnless(isGivenUp, why, next -> untilSettled(next, why));
        link.standing().next().ifPresent(next -> untilSettled(next, why));
    }

    private static void untilSettled(NextLink<?> next, StepFailed why) {
        next.untilSettled(why.firstError().failure());
    }

    @Override
    public boolean isAsIfNothingHappened() {
        return atomic.isAsIfNothingHappened();
    }

    @Override
    public boolean tellsEnding(CancellationScope workflow, boolean answersNobody) {
        return link.journal().state() != SagaState.COMPLETED;
    }

    @Override
    public void awaitFinalWord() {
        LinkTalk talk = link.talk();
        if (link.place().isFront()) {
            talk.ends(link.journal().state());
        }
        Workflow.await(talk::isEnded);
        talk.untilDelivered();
    }
}
