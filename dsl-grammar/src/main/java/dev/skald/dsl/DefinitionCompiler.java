package dev.skald.dsl;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.resolve.Resolver;
import dev.skald.dsl.rule.Rules;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compiles definitions: text to syntax tree to model, and the rules over all of it. */
public final class DefinitionCompiler {

    private DefinitionCompiler() {}

    /**
     * The model of all files together, with every finding of every file. A file, a declaration or a statement that is
     * wrong hides no finding in the next.
     *
     * @param files all files of one module, as they were read, in any order
     * @return the model as far as it could be made; complete where there are no errors
     */
    public static Result<SagaModel> compile(List<Result<SourceFile>> files) {
        Diagnostics diagnostics = new Diagnostics();
        List<DefinitionFile> trees = new ArrayList<>();
        files.stream().sorted(Comparator.comparing(file -> file.value().path())).forEach(file -> {
            diagnostics.reportAll(file.diagnostics());
            trees.add(parse(file, diagnostics));
        });
        Result<SagaModel> resolved = Resolver.resolve(trees, !diagnostics.hasErrors());
        diagnostics.reportAll(resolved.diagnostics());
        return Rules.check(resolved.value(), diagnostics.sorted());
    }

    private static DefinitionFile parse(Result<SourceFile> file, Diagnostics diagnostics) {
        if (file.hasErrors()) {
            return DefinitionFile.unreadable(file.value());
        }
        Result<DefinitionFile> parsed = DefinitionParser.parse(file.value());
        diagnostics.reportAll(parsed.diagnostics());
        return parsed.value();
    }
}
