package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import org.jspecify.annotations.Nullable;

/**
 * What every link is made of, in whatever pattern.
 *
 * @param place where in its chain it is
 * @param shape what it sees of the saga's shape
 * @param journal what is known of its run
 * @param calls how it asks its participant
 * @param stops what may stop it
 * @param answer what its caller is told, if it is the first
 * @param helpdesk where operators settle what is stuck
 * @param alarm asks them for help
 * @param undos what is to be undone
 * @param telling tells a participant the saga's state
 * @param standing where it stands with all after it
 * @param talk what links that work at the same time tell each other
 */
record LinkParts(
        LinkPlace place,
        SagaShape shape,
        Journal journal,
        Calls calls,
        Stops stops,
        EarlyAnswer answer,
        Helpdesk helpdesk,
        Alarm alarm,
        Undos undos,
        Telling telling,
        LinkStanding standing,
        LinkTalk talk) {

    /** The parts of a link that is about to begin. */
    static LinkParts of(SagaShape saga, StepShape own) {
        SagaShape shape = LinkStates.shapeOf(saga, own);
        Journal journal = new Journal(shape);
        Calls calls = new Calls(shape.name(), journal, journal::sagaId);
        Stops stops = new Stops();
        Helpdesk helpdesk = new Helpdesk(journal);
        Notices notices = new Notices(shape, journal);
        Alarm alarm = new Alarm(journal, helpdesk, notices);
        return new LinkParts(
                new LinkPlace(saga, own),
                shape,
                journal,
                calls,
                stops,
                new EarlyAnswer(),
                helpdesk,
                alarm,
                new Undos(shape, calls, journal, helpdesk, alarm),
                new Telling(shape, calls, stops, journal, notices),
                new LinkStanding(saga, own, journal),
                new LinkTalk(stops));
    }

    /**
     * The link begins, as part of the saga that it was handed or as the first.
     *
     * @param handed what the link before it has told; null for the first
     * @param ofSteps what may stop its step
     * @param tellsAwaited whether its step waits until its moment is told
     * @return how its step is taken
     */
    Steps begin(@Nullable Chain handed, Stops ofSteps, boolean tellsAwaited) {
        place.begin(handed, journal);
        journal.knownAs(place.chain().sagaId());
        telling.begin(tellsAwaited);
        return new Steps(journal, calls, ofSteps, telling, undos, alarm);
    }

    /** Whether anything up to this link has taken effect. */
    boolean isAnythingDone() {
        return place.chain().anythingDone() || (place.own().kind() != StepKind.READONLY && standing.isOwnDone());
    }

    /** The link's part is done, and the rest is for the next one. */
    void leaveTo(NextLink<?> next) {
        standing.handedOn();
        // What came while it was being started concerns it.
        stops.noted().ifPresent(next::tell);
    }
}
