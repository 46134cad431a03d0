package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.SourceComment;
import dev.skald.dsl.syntax.SourceText;
import dev.skald.dsl.syntax.saga.SagaNotation;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import java.util.List;

/** The YAML notation of the language, {@code .saga.yaml}. */
public final class YamlNotation {

    private YamlNotation() {}

    /**
     * Reads one file. What cannot be read is reported and marked in the tree; the rest of the file is there all the
     * same.
     *
     * @param file the decoded text
     */
    public static Result<DefinitionFile> parse(SourceFile file) {
        return parse(file, SagaNotation::parseExpression);
    }

    /** The comments of a file, in the order written; none where it is not YAML. */
    public static List<SourceComment> comments(SourceFile file) {
        return YamlComments.in(new SourceText(file));
    }

    static Result<DefinitionFile> parse(SourceFile file, ExpressionParser expressions) {
        Diagnostics diagnostics = new Diagnostics();
        SourceText source = new SourceText(file);
        YamlReader.Document document = new YamlReader(source, diagnostics).read();
        DefinitionFile definitions = document.readable()
                ? new FileBuilder(file, expressions, diagnostics)
                        .file(document.root().orElseGet(() -> new Mapping(List.of(), false, source.location(0, 0))))
                : DefinitionFile.unreadable(file);
        return new Result<>(definitions, diagnostics.sorted());
    }
}
