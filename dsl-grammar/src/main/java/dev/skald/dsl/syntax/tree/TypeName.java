package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/** A type as it is written. */
public sealed interface TypeName {

    /** The whole type. */
    SourceLocation location();

    /** A scalar or a declared type. */
    record Named(QualifiedName name) implements TypeName {
        @Override
        public SourceLocation location() {
            return name.location();
        }
    }

    /** {@code list<T>}. */
    record ListOf(TypeName element, SourceLocation location) implements TypeName {}

    /** {@code map<string, T>}; a key that is no string is the resolver's to refuse. */
    record MapOf(TypeName key, TypeName value, SourceLocation location) implements TypeName {}

    /** {@code T?}. */
    record OptionalOf(TypeName inner, SourceLocation location) implements TypeName {}

    /** Unreadable; already reported. */
    record Broken(SourceLocation location) implements TypeName {}
}
