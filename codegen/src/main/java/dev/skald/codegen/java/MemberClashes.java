package dev.skald.codegen.java;

import dev.skald.codegen.java.ClashReports.Named;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ErrorDefinition;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Fields and operations whose names the generated types need for themselves. */
final class MemberClashes {

    /** Classes that a record's constructor names; a component of that name would hide them. */
    static final Set<String> USED_BY_RECORDS = Set.of("Collections", "JsonFormat", "List", "Objects", "Optional");

    /** The class that an enum's reader names; a constant of that name would hide it. */
    static final String USED_BY_ENUMS = "JsonCreator";

    /** Methods that every generated error inherits. */
    private static final Set<String> METHODS_OF_ERRORS = Set.of("errorFields", "errorType");

    private final Diagnostics diagnostics;

    MemberClashes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(SagaModel model) {
        model.records().forEach(record -> checkComponents(record.fields()));
        model.enums().forEach(this::checkConstants);
        model.errors().forEach(this::checkError);
        model.participants().forEach(this::checkParticipant);
    }

    private void checkComponents(List<Field> fields) {
        fields.stream()
                .filter(field -> USED_BY_RECORDS.contains(field.name()))
                .forEach(field -> diagnostics.report(ClashReports.reserved(
                        field.name(), "is a class of Java that the generated code uses", field.location())));
    }

    private void checkConstants(EnumDefinition enumeration) {
        if (enumeration.constants().contains(USED_BY_ENUMS)) {
            diagnostics.report(ClashReports.reserved(
                    USED_BY_ENUMS, "is a class of Java that the generated code uses", enumeration.location()));
        }
    }

    private void checkError(ErrorDefinition error) {
        checkComponents(error.fields());
        error.fields().stream()
                .filter(field -> METHODS_OF_ERRORS.contains(field.name()))
                .forEach(field -> diagnostics.report(ClashReports.reserved(
                        field.name(), "is a method that every generated error has", field.location())));
    }

    private void checkParticipant(Participant participant) {
        Map<String, Operation> first = new HashMap<>();
        for (Operation operation : participant.operations()) {
            checkComponents(operation.parameters());
            String request = JavaNames.request(participant, operation).simpleName();
            Operation earlier = first.putIfAbsent(request.toLowerCase(Locale.ROOT), operation);
            if (earlier != null) {
                diagnostics.report(ClashReports.same(
                        named(earlier), named(operation), "would both have the request `" + request + "` in Java"));
            }
        }
    }

    private static Named named(Operation operation) {
        return new Named("operation", operation.name(), operation.location());
    }
}
