package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.LinkAnswer;
import dev.skald.runtime.internal.wire.LinkMessages;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Lets a link close once everybody has been told who does not learn its ending from that. */
final class LinkClosing {

    private final LinkParts link;
    private final LinkWay way;

    LinkClosing(LinkParts link, LinkWay way) {
        this.link = link;
        this.way = way;
    }

    /** What Temporal closes as cancelled tells nothing: the answer is brought before, or kept. */
    void close(CancellationScope workflow, @Nullable Object result) {
        LinkPlace place = link.place();
        link.telling().untilTold(() -> false);
        Endings.keepIfCancelled(workflow, link.standing().ending(), place.isFront() ? result : null);
        if (!place.isFront() && way.tellsEnding(workflow, place.chain().answersNobody())) {
            place.above().ifPresent(above -> new Messenger(above, LinkMessages.ANSWER, ending(), result).deliver());
        }
        way.awaitFinalWord();
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    private LinkAnswer ending() {
        return new LinkAnswer(
                Workflow.getInfo().getWorkflowId(),
                link.standing().ending(),
                link.standing().failed().map(StepFailed::refused).orElse(false));
    }
}
