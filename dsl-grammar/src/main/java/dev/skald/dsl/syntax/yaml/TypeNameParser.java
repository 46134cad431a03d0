package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.TypeName;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;

/**
 * Parses one type: {@code Item}, {@code list<Item>}, {@code map<string, int>}, each with {@code ?} where it is
 * optional.
 */
final class TypeNameParser {

    private final Scalar scalar;
    private final String text;
    private final Values values;
    private final Diagnostics diagnostics;
    private int at;

    TypeNameParser(Scalar scalar, Values values, Diagnostics diagnostics) {
        this.scalar = scalar;
        this.text = scalar.text();
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /** The type that the whole scalar is; broken, and reported, where it is none. */
    TypeName parse() {
        try {
            TypeName type = type(1);
            skipBlanks();
            if (at < text.length()) {
                throw new NoTypeException(Mistakes.unexpected(
                        scalar.places().location(at, text.length()), "this does not belong to the type before it"));
            }
            return type;
        } catch (NoTypeException e) {
            diagnostics.report(e.diagnostic);
            return new TypeName.Broken(scalar.location());
        }
    }

    private TypeName type(int depth) {
        skipBlanks();
        int start = at;
        if (depth > NodeBuilder.DEEPEST) {
            throw new NoTypeException(Mistakes.nesting("types", scalar.places().location(at, text.length())));
        }
        QualifiedName name = name();
        skipBlanks();
        TypeName type = next('<') ? generic(name, start, depth) : new TypeName.Named(name);
        int end = at;
        skipBlanks();
        if (next('?')) {
            at++;
            return new TypeName.OptionalOf(type, location(start));
        }
        at = end;
        return type;
    }

    private TypeName generic(QualifiedName name, int start, int depth) {
        at++;
        TypeName first = type(depth + 1);
        if (name.text().equals("list")) {
            expect('>');
            return new TypeName.ListOf(first, location(start));
        }
        if (name.text().equals("map")) {
            expect(',');
            TypeName value = type(depth + 1);
            expect('>');
            return new TypeName.MapOf(first, value, location(start));
        }
        throw new NoTypeException(
                Mistakes.unexpected(name.location(), Mistakes.quoted(name.text()) + " takes no types in `<` and `>`")
                        .withHelp("the types that do are `list<T>` and `map<string, T>`"));
    }

    private QualifiedName name() {
        int start = at;
        while (at < text.length() && "<>,?".indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new NoTypeException(Mistakes.unexpected(
                    scalar.places().location(at, Math.min(at + 1, text.length())), "a type is missing here"));
        }
        return values.qualifiedName(scalar, start, at);
    }

    private void expect(char character) {
        skipBlanks();
        if (!next(character)) {
            throw new NoTypeException(Mistakes.unexpected(
                    scalar.places().location(at, Math.min(at + 1, text.length())),
                    "a `" + character + "` is missing here"));
        }
        at++;
    }

    private boolean next(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SourceLocation location(int start) {
        return scalar.places().location(start, at);
    }

    /** Leaves the parser where the text is no type. */
    private static final class NoTypeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        NoTypeException(Diagnostic diagnostic) {
            super(null, null, false, false);
            this.diagnostic = diagnostic;
        }
    }
}
