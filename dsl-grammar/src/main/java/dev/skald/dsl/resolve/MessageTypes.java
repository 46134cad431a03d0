package dev.skald.dsl.resolve;

import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is inside the message types, for one saga's expressions. */
final class MessageTypes {

    private final Map<Object, RecordDefinition> records;
    private final Map<Object, EnumDefinition> enums;
    private final Symbols symbols;
    private final String packageName;

    /** The types of a compilation, as a file of {@code packageName} names them. */
    MessageTypes(List<RecordDefinition> records, List<EnumDefinition> enums, Symbols symbols, String packageName) {
        this.records = records.stream().collect(Collectors.toMap(RecordDefinition::name, Function.identity()));
        this.enums = enums.stream().collect(Collectors.toMap(EnumDefinition::name, Function.identity()));
        this.symbols = symbols;
        this.packageName = packageName;
    }

    /** The declaration that a name stands for here. */
    Optional<Declaration> declaration(QualifiedName name) {
        return symbols.find(Symbols.named(name, packageName));
    }

    /** The record that a name stands for here. */
    Optional<RecordDefinition> record(QualifiedName name) {
        return Optional.ofNullable(records.get(Symbols.named(name, packageName)));
    }

    /** The enum that a name stands for here. */
    Optional<EnumDefinition> enumeration(QualifiedName name) {
        return Optional.ofNullable(enums.get(Symbols.named(name, packageName)));
    }

    /** The fields of a record; empty where a field of it could not be read. */
    Optional<List<Field>> fields(Type.RecordType type) {
        boolean incomplete = symbols.find(type.name())
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

    /** The simple names of the records that a file of this package sees. */
    List<String> recordNames() {
        return symbols.visible(packageName, Declaration.Record.class);
    }

    /** Whether a declaration could not be read, so that a missing name may be no mistake. */
    boolean incomplete() {
        return symbols.incomplete();
    }
}
