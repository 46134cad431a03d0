package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.internal.wire.Answers;
import dev.skald.runtime.internal.wire.Ending;

/**
 * Answers for a link: from its own journal, and with what it has heard of those after it.
 *
 * @param journal the journal of the link's run
 * @param standing where the link stands with all after it
 */
record AnswersOfLink(Journal journal, LinkStanding standing) implements Answers {

    @Override
    public SagaStatus status() {
        return journal.status();
    }

    @Override
    public Ending ending() {
        return standing.ending();
    }
}
