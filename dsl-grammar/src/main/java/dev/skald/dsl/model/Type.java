package dev.skald.dsl.model;

import dev.skald.dsl.language.Scalar;

/** The type of a value. */
public sealed interface Type {

    /** As a definition writes it. */
    String text();

    /** One of the types that every definition has. */
    record ScalarType(Scalar scalar) implements Type {
        @Override
        public String text() {
            return scalar.word();
        }
    }

    /** {@code list<T>}. */
    record ListType(Type element) implements Type {
        @Override
        public String text() {
            return "list<" + element.text() + ">";
        }
    }

    /** {@code map<string, T>}. */
    record MapType(Type value) implements Type {
        @Override
        public String text() {
            return "map<string, " + value.text() + ">";
        }
    }

    /** {@code T?}. */
    record OptionalType(Type inner) implements Type {
        @Override
        public String text() {
            return inner.text() + "?";
        }
    }

    /** A record; its fields are in the {@link SagaModel}. */
    record RecordType(DeclaredName name) implements Type {
        @Override
        public String text() {
            return name.simpleName();
        }
    }

    /** An enum; its constants are in the {@link SagaModel}. */
    record EnumType(DeclaredName name) implements Type {
        @Override
        public String text() {
            return name.simpleName();
        }
    }

    /**
     * A Java type of the user's own.
     *
     * @param name what definitions call it
     * @param javaType its qualified name in Java
     */
    record JavaType(DeclaredName name, String javaType) implements Type {
        @Override
        public String text() {
            return name.simpleName();
        }
    }

    /**
     * The type of what could not be resolved. It is reported already, fits everywhere, and never reaches a generator.
     */
    record UnknownType() implements Type {
        @Override
        public String text() {
            return "?";
        }
    }
}
