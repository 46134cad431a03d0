package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of everything generated: which class stands for what, and in which package. */
final class JavaNames {

    private JavaNames() {}

    /** The class of a record, enum or error. */
    static ClassName type(DeclaredName name) {
        return ClassName.get(name.packageName(), name.simpleName());
    }

    /** The interface that a participant's code implements. */
    static ClassName activities(Participant participant) {
        return ofParticipant(participant, "Activities");
    }

    /** The class that its team implements the participant in, beside the interface that it implements. */
    static ClassName implementation(Participant participant) {
        return ofParticipant(participant, "");
    }

    /** The interface that says how a participant's requests cross the wire. */
    static ClassName wire(Participant participant) {
        return ofParticipant(participant, "Wire");
    }

    /** The request that crosses the wire for an operation. */
    static ClassName request(Participant participant, Operation operation) {
        return wire(participant).nestedClass(upperCamel(operation.name()) + "Request");
    }

    /** The class by which a workflow calls a participant. */
    static ClassName stub(Participant participant) {
        return ofParticipant(participant, "Stub");
    }

    /** The class that makes a worker serve a participant. */
    static ClassName participantWorker(Participant participant) {
        return ofParticipant(participant, "Worker");
    }

    /** The class that starts and finds sagas. */
    static ClassName client(DeclaredName saga) {
        return ClassName.get(saga.packageName(), upperCamel(saga.simpleName()) + "Client");
    }

    /** The exception of a saga that was not completed. */
    static ClassName failed(DeclaredName saga) {
        return ClassName.get(saga.packageName(), upperCamel(saga.simpleName()) + "Failed");
    }

    /** The interface of a saga's workflow. */
    static ClassName workflow(DeclaredName saga, int version) {
        return ofSaga(saga, version, "Workflow");
    }

    /** The implementation of a saga's workflow. */
    static ClassName workflowImplementation(DeclaredName saga, int version) {
        return ofSaga(saga, version, "WorkflowImpl");
    }

    /** The interface of the workflow that undoes a saga for another one. */
    static ClassName undoWorkflow(DeclaredName saga, int version) {
        return ofSaga(saga, version, "UndoWorkflow");
    }

    /** Its implementation. */
    static ClassName undoWorkflowImplementation(DeclaredName saga, int version) {
        return ofSaga(saga, version, "UndoWorkflowImpl");
    }

    /** The interface of the workflow that takes a step of a chain, but for the first. */
    static ClassName link(DeclaredName saga, int version, String step) {
        return ofStep(saga, version, step, "Link");
    }

    /** Its implementation. */
    static ClassName linkImplementation(DeclaredName saga, int version, String step) {
        return ofStep(saga, version, step, "LinkImpl");
    }

    /** What each link of a chain hands to the next. */
    static ClassName envelope(DeclaredName saga, int version) {
        return ofSaga(saga, version, "Envelope");
    }

    /** The constants of a saga's steps. */
    static ClassName shape(DeclaredName saga, int version) {
        return ofSaga(saga, version, "Shape");
    }

    /** The enum of a saga's states. */
    static ClassName state(DeclaredName saga, int version) {
        return ofSaga(saga, version, "State");
    }

    /** The class that makes a worker run a saga. */
    static ClassName sagaWorker(DeclaredName saga, int version) {
        return ofSaga(saga, version, "Worker");
    }

    /** The field of an event. */
    static String event(String name) {
        return name + "Event";
    }

    /** The method that sends an event. */
    static String send(String event) {
        return "send" + upperCamel(event);
    }

    /** A class of the user's own by its qualified name: as in Java, packages begin with a small letter. */
    static ClassName own(String qualified) {
        List<String> parts = List.of(qualified.split("\\."));
        int packages = (int) parts.stream()
                .limit(parts.size() - 1L)
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .count();
        return ClassName.get(
                String.join(".", parts.subList(0, packages)),
                parts.get(packages),
                parts.subList(packages + 1, parts.size()).toArray(String[]::new));
    }

    /** What a call of the user's own method begins with: the class, or the one that it stands in. */
    static String inCalls(ExternFunction function) {
        return own(function.javaType()).topLevelClassName().simpleName();
    }

    /** {@code sendReceipt} as {@code SEND_RECEIPT}. */
    static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    /** {@code order_items} as {@code OrderItems}; a name of underscores only stays as it is, and {@code _1} too. */
    static String upperCamel(String name) {
        String joined = Arrays.stream(name.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        if (joined.isEmpty()) {
            return name;
        }
        return Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    }

    private static ClassName ofParticipant(Participant participant, String suffix) {
        DeclaredName name = participant.name();
        return ClassName.get(subpackage(name), upperCamel(name.simpleName()) + suffix);
    }

    private static ClassName ofStep(DeclaredName saga, int version, String step, String suffix) {
        return ClassName.get(subpackage(saga) + ".v" + version, upperCamel(step) + suffix);
    }

    private static ClassName ofSaga(DeclaredName saga, int version, String suffix) {
        return ClassName.get(subpackage(saga) + ".v" + version, upperCamel(saga.simpleName()) + suffix);
    }

    private static String subpackage(DeclaredName name) {
        return name.packageName() + "." + name.simpleName().toLowerCase(Locale.ROOT);
    }
}
