package dev.skald.dsl.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.util.List;

/** Reads texts as tests write them. */
final class Yaml {

    static final String FILE = "test.saga.yaml";

    private Yaml() {}

    /** The node of a text in which nothing is wrong. */
    static YamlNode node(String text) {
        Diagnostics diagnostics = new Diagnostics();
        YamlNode node = new YamlReader(new SourceText(new SourceFile(FILE, text)), diagnostics)
                .read()
                .root()
                .orElseThrow();
        assertThat(diagnostics.sorted()).isEmpty();
        return node;
    }

    static Result<DefinitionFile> parse(String text) {
        return YamlNotation.parse(new SourceFile(FILE, text));
    }

    /** The tree of a text in which nothing is wrong. */
    static DefinitionFile tree(String text) {
        Result<DefinitionFile> result = parse(text);
        assertThat(result.diagnostics()).isEmpty();
        return result.value();
    }

    /** The findings as the files of invalid definitions write them: id, place, message. */
    static List<String> findings(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> found.id().code() + " " + found.location().line() + ":"
                        + found.location().column() + " " + found.message())
                .toList();
    }

    /** A place on one line. */
    static SourceLocation at(int line, int column, int endColumn) {
        return at(line, column, line, endColumn);
    }

    static SourceLocation at(int line, int column, int endLine, int endColumn) {
        return new SourceLocation(FILE, line, column, endLine, endColumn);
    }
}
