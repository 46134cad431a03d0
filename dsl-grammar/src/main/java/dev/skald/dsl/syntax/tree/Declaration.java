package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** What a file declares. */
public sealed interface Declaration {

    /** The whole declaration. */
    SourceLocation location();

    /** The name that it binds. */
    Name name();

    /** What messages call it, such as {@code a record}. */
    String kind();

    /** A message type. {@code incomplete}: a field could not be read. */
    @SuppressWarnings("JavaLangClash") // nested, and named as the language names it
    record Record(Name name, List<Field> fields, boolean incomplete, SourceLocation location) implements Declaration {
        public Record {
            fields = List.copyOf(fields);
        }

        @Override
        public String kind() {
            return "a record";
        }
    }

    /** A closed list of constants. */
    record Enumeration(Name name, List<Name> constants, SourceLocation location) implements Declaration {
        public Enumeration {
            constants = List.copyOf(constants);
        }

        @Override
        public String kind() {
            return "an enum";
        }
    }

    /** A business error that a participant may answer with. {@code incomplete}: a field could not be read. */
    record BusinessError(Name name, List<Field> fields, boolean incomplete, SourceLocation location)
            implements Declaration {
        public BusinessError {
            fields = List.copyOf(fields);
        }

        @Override
        public String kind() {
            return "an error";
        }
    }

    /** {@code extern java com.acme.Money as Money}. */
    record ExternType(Name name, QualifiedName javaType, SourceLocation location) implements Declaration {
        @Override
        public String kind() {
            return "an extern type";
        }
    }

    /** {@code extern java com.acme.Pricing.total(items: list<Item>): decimal as total}. */
    record ExternFunction(
            Name name, QualifiedName javaMethod, List<Field> parameters, TypeName output, SourceLocation location)
            implements Declaration {
        public ExternFunction {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "an extern function";
        }
    }

    /**
     * A service. {@code incomplete}: an operation could not be read. {@code reserved}: words that are reserved for
     * later.
     */
    record Participant(
            Name name,
            Optional<Text> queue,
            boolean near,
            Optional<Defaults> defaults,
            List<Operation> operations,
            boolean incomplete,
            List<Name> reserved,
            SourceLocation location)
            implements Declaration {
        public Participant {
            operations = List.copyOf(operations);
            reserved = List.copyOf(reserved);
        }

        @Override
        public String kind() {
            return "a participant";
        }
    }

    /** A transaction. {@code incomplete}: a statement of the body could not be read. */
    record Saga(
            Name name,
            List<Field> input,
            Optional<TypeName> output,
            SagaHeader header,
            List<Statement> body,
            boolean incomplete,
            SourceLocation location)
            implements Declaration {
        public Saga {
            input = List.copyOf(input);
            body = List.copyOf(body);
        }

        @Override
        public String kind() {
            return "a saga";
        }
    }

    /** A construct whose word is reserved for later, skipped whole, such as {@code projection}. */
    record Reserved(Name word, SourceLocation location) implements Declaration {
        /** The word itself: nothing is bound. */
        @Override
        public Name name() {
            return word;
        }

        @Override
        public String kind() {
            return "a reserved word";
        }
    }
}
