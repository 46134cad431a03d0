package dev.skald.dsl.format.yaml;

import dev.skald.dsl.format.KeptComments;
import dev.skald.dsl.format.saga.TypePrinter;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints syntax trees as {@code .saga.yaml} files. */
public final class YamlPrinter {

    private final YamlSheet sheet;
    private final FieldsPrinter fields;
    private final LimitsPrinter limits;

    private YamlPrinter(YamlSheet sheet) {
        this.sheet = sheet;
        this.fields = new FieldsPrinter(sheet);
        this.limits = new LimitsPrinter(sheet);
    }

    /**
     * The text of a file. Declarations of one kind stand together; those of each kind keep their order.
     *
     * @param file a tree without gaps, in which every argument has its name
     * @param comments what to write between its parts
     * @throws IllegalArgumentException where something in the tree could not be read, is reserved for later, or is an
     *     argument without a name
     */
    public static String print(DefinitionFile file, KeptComments comments) {
        YamlSheet sheet = new YamlSheet(comments);
        new YamlPrinter(sheet).file(file);
        String text = sheet.lastComments().text();
        return text.isEmpty() ? "{}\n" : text;
    }

    private void file(DefinitionFile file) {
        file.packageName().ifPresent(name -> sheet.at(name.location()).entry("package", ScalarText.value(name.text())));
        if (!file.imports().isEmpty()) {
            sheet.blank().block("imports", () -> file.imports().forEach(this::imported));
        }
        file.defaults().ifPresent(defaults -> sheet.blank());
        limits.defaults(file.defaults());
        sections(file.declarations())
                .forEach((section, declarations) ->
                        sheet.blank().block(section, () -> declarations.forEach(this::declaration)));
    }

    private void imported(Import imported) {
        sheet.at(imported.name().location())
                .item(ScalarText.value(imported.name().text() + (imported.all() ? ".*" : "")));
    }

    private static Map<String, List<Declaration>> sections(List<Declaration> declarations) {
        return declarations.stream()
                .collect(Collectors.groupingBy(YamlPrinter::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static String section(Declaration declaration) {
        if (declaration instanceof Declaration.Record) {
            return "records";
        }
        if (declaration instanceof Declaration.Enumeration) {
            return "enums";
        }
        if (declaration instanceof Declaration.BusinessError) {
            return "errors";
        }
        if (declaration instanceof Declaration.Participant) {
            return "participants";
        }
        return declaration instanceof Declaration.Saga ? "sagas" : "extern";
    }

    private void declaration(Declaration declaration) {
        sheet.at(declaration.location());
        String name = declaration.name().text();
        if (declaration instanceof Declaration.Record record) {
            fields.fields(name, record.fields());
        } else if (declaration instanceof Declaration.BusinessError error) {
            fields.fields(name, error.fields());
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            sheet.entry(
                    name,
                    YamlSheet.flow(
                            enumeration.constants().stream().map(Name::text).toList()));
        } else if (declaration instanceof Declaration.ExternType type) {
            sheet.entry(name, ScalarText.value(type.javaType().text()));
        } else if (declaration instanceof Declaration.ExternFunction function) {
            sheet.block(name, () -> function(function));
        } else if (declaration instanceof Declaration.Participant participant) {
            refuse(participant.reserved());
            sheet.block(name, () -> participant(participant));
        } else if (declaration instanceof Declaration.Saga saga) {
            refuse(saga.header().reserved());
            sheet.block(name, () -> new SagaSection(sheet, fields, limits).saga(saga));
        } else {
            throw new IllegalArgumentException("what `" + name + "` declares was not read");
        }
    }

    private void function(Declaration.ExternFunction function) {
        sheet.entry("java", ScalarText.value(function.javaMethod().text()));
        if (!function.parameters().isEmpty()) {
            fields.fields("input", function.parameters());
        }
        sheet.entry("output", ScalarText.value(TypePrinter.text(function.output())));
    }

    private void participant(Declaration.Participant participant) {
        participant.queue().ifPresent(queue -> sheet.entry("queue", ScalarText.text(queue.value())));
        if (participant.near()) {
            sheet.entry("near", "true");
        }
        limits.defaults(participant.defaults());
        if (participant.operations().isEmpty()) {
            sheet.entry("operations", "{}");
        } else {
            sheet.block("operations", () -> participant.operations().forEach(this::operation));
        }
    }

    private void operation(Operation operation) {
        refuse(operation.reserved());
        sheet.at(operation.location());
        boolean isBare = operation.parameters().isEmpty()
                && operation.output().isEmpty()
                && operation.errors().isEmpty()
                && !operation.irreversible()
                && operation.activityType().isEmpty();
        if (isBare) {
            sheet.entry(operation.name().text(), "{}");
        } else {
            sheet.block(operation.name().text(), () -> keys(operation));
        }
    }

    private void keys(Operation operation) {
        if (!operation.parameters().isEmpty()) {
            fields.fields("input", operation.parameters());
        }
        operation.output().ifPresent(type -> sheet.entry("output", ScalarText.value(TypePrinter.text(type))));
        if (!operation.errors().isEmpty()) {
            sheet.entry(
                    "errors",
                    YamlSheet.flow(
                            operation.errors().stream().map(QualifiedName::text).toList()));
        }
        if (operation.irreversible()) {
            sheet.entry("irreversible", "true");
        }
        operation.activityType().ifPresent(type -> sheet.entry("as", ScalarText.text(type.value())));
    }

    private static void refuse(List<Name> reserved) {
        if (!reserved.isEmpty()) {
            throw new IllegalArgumentException(
                    "what `" + reserved.get(0).text() + "` says was not read: the word is reserved for later");
        }
    }
}
