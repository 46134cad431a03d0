package com.acme.orders.demo;

import com.acme.orders.participants.Ledger;
import dev.skald.runtime.SagaState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a story: nothing in it is told before it was seen.
 *
 * @param story the story
 * @param workflowId the saga's workflow id
 * @param ending the saga's state as its status says
 * @param refusal the declared error that its caller got, if any
 * @param ledgers the saga's lines in all ledgers, oldest first
 */
record Telling(
        Story story, String workflowId, SagaState ending, Optional<Class<?>> refusal, List<Ledger.Line> ledgers) {

    /** What is otherwise than the story says, a sentence each. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        compare(differences, "its state", story.ending(), ending);
        compare(differences, "the caller's error", name(story.refusal()), name(refusal));
        compare(
                differences,
                "the ledgers",
                story.ledgers(),
                ledgers.stream().map(LedgerLines::plain).toList());
        return differences;
    }

    private static String name(Optional<? extends Class<?>> error) {
        return error.map(Class::getSimpleName).orElse("none");
    }

    private void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add("%s: %s should have been %s, and was %s.".formatted(workflowId, what, expected, actual));
        }
    }
}
