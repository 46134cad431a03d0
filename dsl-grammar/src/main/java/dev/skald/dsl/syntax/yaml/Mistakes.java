package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;

/** The findings that several readers share, so that each is worded once. */
final class Mistakes {

    private static final int LONGEST_QUOTE = 40;

    private Mistakes() {}

    static Diagnostic alias(SourceLocation location) {
        return Diagnostic.of(DiagnosticId.LIMITS_ALIAS, location, "an alias is not allowed in a definition")
                .withHelp("write the value out; put quotes around it if the `*` is part of a text");
    }

    static Diagnostic anchor(SourceLocation location) {
        return Diagnostic.of(DiagnosticId.LIMITS_ALIAS, location, "an anchor is not allowed in a definition")
                .withHelp("leave it out; put quotes around the value if the `&` is part of a text");
    }

    static Diagnostic tag(String tag, SourceLocation location) {
        return unexpected(location, quoted(tag) + " is a tag of YAML, and a definition has none")
                .withHelp("leave it out; put quotes around the value if the `!` is part of a text");
    }

    static Diagnostic secondDocument(SourceLocation location) {
        return unexpected(location, "a second document begins here, and a file holds one")
                .withHelp("put it into a file of its own");
    }

    static Diagnostic nesting(String what, SourceLocation location) {
        return Diagnostic.of(
                DiagnosticId.LIMITS_NESTING,
                location,
                what + " are nested deeper than " + NodeBuilder.DEEPEST + " here");
    }

    static Diagnostic keyIsNoWord(YamlNode key) {
        return unexpected(key.location(), "a key is a word, not " + key.kind());
    }

    static Diagnostic duplicateKey(Scalar key, Scalar first) {
        return Diagnostic.of(
                        DiagnosticId.SYNTAX_DUPLICATE,
                        key.location(),
                        "the key " + quoted(key.text()) + " is there twice")
                .withNote("first here", first.location());
    }

    static Diagnostic halfCharacter(SourceLocation location) {
        return Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, location, "this escape is half a character")
                .withHelp("a character beyond U+FFFF is written as `\\U0001F600`");
    }

    static Diagnostic noValue(Scalar key) {
        return Diagnostic.of(DiagnosticId.SYNTAX_MISSING, key.location(), quoted(key.text()) + " has no value");
    }

    static Diagnostic wrongKind(YamlNode node, String what, String expected) {
        return unexpected(node.location(), what + " is " + expected + ", not " + node.kind());
    }

    static Diagnostic wrongValue(Scalar scalar, String what, String expected) {
        return unexpected(scalar.location(), what + " is " + expected + ", not " + quoted(scalar.text()));
    }

    /** A text as messages quote it, in backticks: of a long one the beginning. */
    static String quoted(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
        return "`" + (isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : text) + "`";
    }

    static Diagnostic unexpected(SourceLocation location, String message) {
        return Diagnostic.of(DiagnosticId.SYNTAX_UNEXPECTED, location, message);
    }
}
