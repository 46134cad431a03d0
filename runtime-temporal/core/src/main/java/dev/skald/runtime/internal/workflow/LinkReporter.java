package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.LinkMessages;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;

/**
 * Tells the link before this one, or the saga's caller, what is stuck while the link is open; nothing while all is
 * well.
 */
public final class LinkReporter {

    private final LinkParts link;
    private final LinkStanding standing;

    LinkReporter(LinkParts link) {
        this.link = link;
        this.standing = link.standing();
    }

    /** Begins to tell, and goes on until the link is over. */
    void begin() {
        Async.procedure(this::tellNews);
    }

    /** Tells each piece of news. Public because Temporal's lambdas can be serialized. */
    public void tellNews() {
        NewsKey told = NewsKey.NONE;
        while (true) {
            NewsKey last = told;
            Workflow.await(
                    () -> standing.isOver() || !NewsKey.of(standing.news()).equals(last));
            if (standing.isOver()) {
                return;
            }
            told = NewsKey.of(standing.news());
            tell(told);
        }
    }

    private void tell(NewsKey news) {
        if (!link.place().isFront()) {
            link.place().above().ifPresent(above -> new Messenger(above, LinkMessages.NEWS, standing.news()).deliver());
        } else if (news.stopped()) {
            link.answer().failed(stoppedAt());
        }
    }

    private ApplicationFailure stoppedAt() {
        Ending ending = standing.ending();
        return Endings.failure(link.shape(), ending, ending.state(), standing.whyStopped());
    }
}
