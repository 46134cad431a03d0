package com.acme.orders.demo;

import com.acme.orders.participants.Ledger;
import dev.skald.runtime.DeclaredError;
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
 * @param answer what its caller was told
 * @param remedy what was done about an undo that kept failing, if one did
 * @param ending the saga's state as its status says at the end
 * @param calls what it sent, and when
 * @param ledgers the saga's lines in all ledgers, oldest first
 */
record Telling(
        Story story,
        String workflowId,
        Answer answer,
        Optional<Remedy> remedy,
        SagaState ending,
        SentCalls calls,
        List<Ledger.Line> ledgers) {

    /** What is otherwise than the story says, a sentence each. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        compare(differences, "its state when the caller was answered", story.answer(), answer.state());
        compare(
                differences,
                "the caller's error",
                name(story.refusal()),
                name(answer.error().map(DeclaredError::getClass)));
        compare(differences, "its state", story.endingAfter(remedy), ending);
        compare(differences, "the ledgers", inOrder(story.ledgersAfter(remedy)), inOrder(plainLedgers()));
        return differences;
    }

    private static String name(Optional<? extends Class<?>> error) {
        return error.map(Class::getSimpleName).orElse("none");
    }

    private List<String> plainLedgers() {
        return ledgers.stream().map(LedgerLines::plain).toList();
    }

    /** Eventual sagas promise no order of their undos. */
    private List<String> inOrder(List<String> lines) {
        return story.saga().isEventual() ? lines.stream().sorted().toList() : lines;
    }

    private void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add("%s: %s should have been %s, and was %s.".formatted(workflowId, what, expected, actual));
        }
    }
}
