package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Definitions that tests read. */
final class Sources {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Sources() {}

    static String resource(String name) {
        try {
            return Files.readString(RESOURCES.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Result<DefinitionFile> parse(String text) {
        return SagaNotation.parse(new SourceFile("x.saga", text));
    }

    static List<Diagnostic> findings(String text) {
        return parse(text).diagnostics();
    }

    /** The declarations of a text with which nothing is wrong. */
    static List<Declaration> declarations(String text) {
        Result<DefinitionFile> result = parse(text);
        if (!result.diagnostics().isEmpty()) {
            throw new AssertionError(
                    new DiagnosticPrinter(List.of(result.value().source())).report(result.diagnostics()));
        }
        return result.value().declarations();
    }

    /** A saga with that head and body, with which nothing is wrong. */
    static Declaration.Saga saga(String head, String body) {
        return (Declaration.Saga) declarations("saga X(order: Order)\n" + head + "\n{\n" + body + "\n}\n")
                .get(0);
    }

    /** The only statement of a body with which nothing is wrong. */
    static Statement statement(String body) {
        List<Statement> statements = saga("epic", body).body();
        if (statements.size() != 1) {
            throw new AssertionError("not one statement: " + statements);
        }
        return statements.get(0);
    }
}
