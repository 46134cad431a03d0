package dev.skald.codegen.java;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is fine in a definition and more than Java's class files can hold, so that it is said at the definition,
 * and not by javac in code that nobody has written.
 */
public final class JavaLimits {

    /** What Java allows to one method, the object itself not counted; a long or a double takes two of them. */
    private static final int MOST_PARAMETERS = 254;

    /** So many certainly fit into a class. */
    private static final int MOST_CONSTANTS = 1000;

    private static final int MOST_OPERATIONS = 500;
    private static final int MOST_ERRORS = 500;

    private final Diagnostics diagnostics;

    private JavaLimits(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What is too large, by file and place. */
    public static List<Diagnostic> in(SagaModel model) {
        Diagnostics diagnostics = new Diagnostics();
        new JavaLimits(diagnostics).check(model);
        return diagnostics.sorted();
    }

    /** More of something than Java can hold. */
    static Diagnostic exceeded(SourceLocation location, String message) {
        return Diagnostic.of(DiagnosticId.LIMITS_JAVA, location, message);
    }

    private void check(SagaModel model) {
        model.records()
                .forEach(type -> checkFields("record", type.name().simpleName(), type.fields(), type.location()));
        model.errors().forEach(type -> checkFields("error", type.name().simpleName(), type.fields(), type.location()));
        model.enums()
                .forEach(type -> checkMembers(
                        "enum `" + type.name().simpleName() + "`",
                        type.constants().size(),
                        MOST_CONSTANTS,
                        "constants",
                        type.location()));
        model.participants().forEach(this::checkParticipant);
        model.sagas().forEach(this::checkSaga);
    }

    private void checkParticipant(Participant participant) {
        String name = "participant `" + participant.name().simpleName() + "`";
        checkMembers(name, participant.operations().size(), MOST_OPERATIONS, "operations", participant.location());
        for (Operation operation : participant.operations()) {
            checkFields("operation", operation.name(), operation.parameters(), operation.location());
        }
    }

    private void checkSaga(Saga saga) {
        // A method of its client has one parameter more.
        int most = MOST_PARAMETERS - 1;
        String name = "saga `" + saga.name().simpleName() + "`";
        checkParameters(name, saga.input(), most, saga.location());
        checkMembers(name, errors(saga).size(), MOST_ERRORS, "errors", saga.location());
        new SagaSizes(diagnostics).check(saga);
    }

    /** What it may be refused with, and end with of its own. */
    private static Set<DeclaredName> errors(Saga saga) {
        Stream<DeclaredName> own = saga.statements()
                .filter(Statement.Fail.class::isInstance)
                .map(fail -> ((Statement.Fail) fail).error().name());
        return Stream.concat(own, saga.steps().stream().flatMap(step -> step.call().operation().errors().stream()))
                .collect(Collectors.toSet());
    }

    private void checkFields(String kind, String name, List<Field> fields, SourceLocation location) {
        checkParameters(kind + " `" + name + "`", fields, MOST_PARAMETERS, location);
    }

    private void checkParameters(String owner, List<Field> parameters, int most, SourceLocation location) {
        int size = parameters.stream()
                .mapToInt(parameter -> JavaTypes.isWide(parameter.type()) ? 2 : 1)
                .sum();
        if (size > most) {
            diagnostics.report(exceeded(
                            location,
                            owner + " has " + parameters.size() + " values side by side, and Java takes " + most)
                    .withHelp("put some of them into a record of their own; a `long` or a `double` counts twice"));
        }
    }

    private void checkMembers(String owner, int members, int most, String kind, SourceLocation location) {
        if (members > most) {
            diagnostics.report(exceeded(location, owner + " has " + members + " " + kind + ", and may have " + most));
        }
    }
}
