package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.internal.wire.Answers;
import dev.skald.runtime.internal.wire.Ending;

/**
 * Answers from a journal.
 *
 * @param journal the journal of the saga's run
 */
record AnswersOfSaga(Journal journal) implements Answers {

    @Override
    public SagaStatus status() {
        return journal.status();
    }

    @Override
    public Ending ending() {
        return journal.ending();
    }
}
