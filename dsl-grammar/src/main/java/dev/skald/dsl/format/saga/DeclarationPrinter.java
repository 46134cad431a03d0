package dev.skald.dsl.format.saga;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.SagaHeader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints declarations. */
final class DeclarationPrinter {

    private static final int MOST_FIELDS_ON_A_LINE = 3;

    private final Sheet sheet;
    private final LimitsPrinter limits;
    private final StepPrinter steps;
    private final StatementPrinter statements;

    DeclarationPrinter(Sheet sheet) {
        this.sheet = sheet;
        this.limits = new LimitsPrinter(sheet);
        this.steps = new StepPrinter(sheet);
        this.statements = new StatementPrinter(sheet, steps);
    }

    void declaration(Declaration declaration) {
        sheet.line(declaration.location());
        if (declaration instanceof Declaration.Record record) {
            fields("record", record.name(), record.fields());
        } else if (declaration instanceof Declaration.BusinessError error) {
            fields("error", error.name(), error.fields());
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            enumeration(enumeration);
        } else if (declaration instanceof Declaration.ExternType type) {
            sheet.add("extern java")
                    .add(type.javaType().text())
                    .add("as")
                    .add(type.name().text());
        } else if (declaration instanceof Declaration.ExternFunction function) {
            sheet.add("extern java")
                    .add(function.javaMethod().text() + TypePrinter.parameters(function.parameters()) + ":")
                    .add(TypePrinter.text(function.output()))
                    .add("as")
                    .add(function.name().text());
        } else if (declaration instanceof Declaration.Participant participant) {
            participant(participant);
        } else if (declaration instanceof Declaration.Saga saga) {
            saga(saga);
        } else {
            throw new IllegalArgumentException("what `" + declaration.name().text() + "` declares was not read");
        }
    }

    private void fields(String word, Name name, List<Field> fields) {
        sheet.add(word).add(name.text()).add("{");
        List<SourceLocation> places = fields.stream().map(Field::location).toList();
        if (fields.size() > MOST_FIELDS_ON_A_LINE || sheet.hasCommentsAbove(places)) {
            fields.forEach(field -> sheet.line(field.location()).add(TypePrinter.field(field)));
            sheet.line();
        } else {
            sheet.add(fields.stream().map(TypePrinter::field).collect(Collectors.joining(", ")));
        }
        sheet.add("}");
    }

    private void enumeration(Declaration.Enumeration enumeration) {
        sheet.add("enum").add(enumeration.name().text()).add("{");
        List<Name> constants = enumeration.constants();
        boolean isTall =
                sheet.hasCommentsAbove(constants.stream().map(Name::location).toList());
        for (int index = 0; index < constants.size(); index++) {
            if (isTall) {
                sheet.line(constants.get(index).location());
            }
            sheet.add(constants.get(index).text()).add(index < constants.size() - 1 ? "," : "");
        }
        (isTall ? sheet.line() : sheet).add("}");
    }

    private void participant(Declaration.Participant participant) {
        refuse(participant.reserved());
        sheet.add("participant").add(participant.name().text()).add(participant.near() ? "near" : "");
        participant.queue().ifPresent(queue -> sheet.add("queue").add(TextLiteral.quoted(queue.value())));
        sheet.add("{");
        participant.defaults().ifPresent(defaults -> {
            sheet.line(defaults.location());
            limits.defaults(defaults);
        });
        participant.operations().forEach(this::operation);
        sheet.add(participant.operations().isEmpty() ? "}" : "\n}");
    }

    private void operation(Operation operation) {
        refuse(operation.reserved());
        sheet.line(operation.location())
                .add(operation.name().text()
                        + TypePrinter.parameters(operation.parameters())
                        + operation
                                .output()
                                .map(type -> ": " + TypePrinter.text(type))
                                .orElse(""));
        if (!operation.errors().isEmpty()) {
            sheet.add("throws")
                    .add(operation.errors().stream().map(QualifiedName::text).collect(Collectors.joining(", ")));
        }
        sheet.add(operation.irreversible() ? "irreversible" : "");
        operation.activityType().ifPresent(type -> sheet.add("as").add(TextLiteral.quoted(type.value())));
    }

    private void saga(Declaration.Saga saga) {
        refuse(saga.header().reserved());
        sheet.add("saga")
                .add(saga.name().text()
                        + TypePrinter.parameters(saga.input())
                        + saga.output()
                                .map(type -> ": " + TypePrinter.text(type))
                                .orElse(""));
        header(saga.header());
        sheet.line();
        statements.body(saga.body());
    }

    private void header(SagaHeader header) {
        Stream.of(header.communication(), header.consistency(), header.coordination(), header.pattern())
                .flatMap(Optional::stream)
                .forEach(word -> sheet.line(word.location()).add(word.text()));
        header.version().ifPresent(version -> clause("version", version.location(), Integer.toString(version.value())));
        header.id().ifPresent(id -> clause("id", id.location(), ExpressionPrinter.text(id)));
        header.deadline()
                .ifPresent(deadline -> clause("deadline", deadline.location(), Durations.text(deadline.value())));
        header.queue().ifPresent(queue -> clause("queue", queue.location(), TextLiteral.quoted(queue.value())));
        header.description()
                .ifPresent(text -> clause("description", text.location(), TextLiteral.quoted(text.value())));
        header.onStateChange()
                .ifPresent(call -> clause("on state change", call.location(), ExpressionPrinter.call(call)));
        header.accepted().forEach(steps::acceptance);
        header.defaults().ifPresent(defaults -> {
            sheet.line(defaults.location());
            limits.defaults(defaults);
        });
    }

    private void clause(String word, SourceLocation place, String value) {
        sheet.line(place).add(word).add(value);
    }

    private static void refuse(List<Name> reserved) {
        if (!reserved.isEmpty()) {
            throw new IllegalArgumentException(
                    "what `" + reserved.get(0).text() + "` says was not read: the word is reserved for later");
        }
    }
}
