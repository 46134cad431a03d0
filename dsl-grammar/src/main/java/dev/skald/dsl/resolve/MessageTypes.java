package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is inside the message types, for one saga's expressions. */
final class MessageTypes {

    private final Map<DeclaredName, RecordDefinition> records;
    private final Map<DeclaredName, EnumDefinition> enums;
    private final Map<DeclaredName, ExternFunction> functions;
    private final FileNames names;

    /** The types and functions of a compilation, as {@code names} names them. */
    MessageTypes(
            Map<DeclaredName, RecordDefinition> records,
            Map<DeclaredName, EnumDefinition> enums,
            Map<DeclaredName, ExternFunction> functions,
            FileNames names) {
        this.records = records;
        this.enums = enums;
        this.functions = functions;
        this.names = names;
    }

    /** The declaration that a name stands for here. */
    Optional<Declaration> declaration(QualifiedName name) {
        return names.find(name);
    }

    /** The record that a name stands for here. */
    Optional<RecordDefinition> record(QualifiedName name) {
        return Optional.ofNullable(records.get(names.named(name)));
    }

    /** The function that a name stands for here. */
    Optional<ExternFunction> function(QualifiedName name) {
        return Optional.ofNullable(functions.get(names.named(name)));
    }

    /** The enum that a name stands for here. */
    Optional<EnumDefinition> enumeration(QualifiedName name) {
        return Optional.ofNullable(enums.get(names.named(name)));
    }

    /** The fields of a record; empty where a field of it could not be read. */
    Optional<List<Field>> fields(Type.RecordType type) {
        boolean incomplete = names.find(type.name())
                .filter(declaration -> declaration instanceof Declaration.Record message && message.incomplete())
                .isPresent();
        return incomplete
                ? Optional.empty()
                : Optional.ofNullable(records.get(type.name())).map(RecordDefinition::fields);
    }

    /** The constants of an enum. */
    List<String> constants(Type.EnumType type) {
        return Optional.ofNullable(enums.get(type.name()))
                .map(EnumDefinition::constants)
                .orElse(List.of());
    }

    /** The simple names of the records that can be written here. */
    List<String> recordNames() {
        return names.visible(Declaration.Record.class);
    }

    /** What to do about the name of a record that only other packages declare. */
    Optional<String> importHelp(QualifiedName name) {
        return names.importHelp(name, Declaration.Record.class::isInstance);
    }

    /** Whether nothing else is to be said of a name that stands for nothing here. */
    boolean isExcused(QualifiedName name) {
        return names.isExcused(name);
    }

    /** Whether a declaration could not be read, so that a missing name may be no mistake. */
    boolean incomplete() {
        return names.incomplete();
    }
}
