package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.saga.SagaNotation;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.yaml.YamlNotation;
import java.util.List;

/** Reads a definition in the notation that its file's ending says. */
public final class DefinitionParser {

    private DefinitionParser() {}

    /**
     * The syntax tree of a file and all that is wrong with it. What cannot be read is marked in the tree; the rest is
     * there all the same.
     *
     * @param file the decoded text
     */
    public static Result<DefinitionFile> parse(SourceFile file) {
        return file.isYaml() ? YamlNotation.parse(file) : SagaNotation.parse(file);
    }

    /**
     * The comments of a file, in the order written; none where the file cannot be read.
     *
     * @param file the decoded text
     */
    public static List<SourceComment> comments(SourceFile file) {
        return file.isYaml() ? YamlNotation.comments(file) : SagaNotation.comments(file);
    }
}
