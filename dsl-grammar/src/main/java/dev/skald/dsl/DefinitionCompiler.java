package dev.skald.dsl;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.resolve.Resolver;
import dev.skald.dsl.rule.Rules;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return compile(files, List.of());
    }

    /**
     * The model of all files together with what other modules publish. Of the findings in those only errors are told:
     * what else there is to say was said where they are from.
     *
     * @param files all files of one module, as they were read, in any order
     * @param imported the definitions that other modules publish, as they were read, in any order
     * @return the model as far as it could be made; complete where there are no errors
     */
    public static Result<SagaModel> compile(List<Result<SourceFile>> files, List<Result<SourceFile>> imported) {
        Diagnostics diagnostics = new Diagnostics();
        List<DefinitionFile> trees = new ArrayList<>();
        Stream.concat(files.stream(), imported.stream())
                .sorted(Comparator.comparing(file -> file.value().path()))
                .forEach(file -> {
                    diagnostics.reportAll(file.diagnostics());
                    trees.add(parse(file, diagnostics));
                });
        Set<String> paths = imported.stream().map(file -> file.value().path()).collect(Collectors.toSet());
        Result<SagaModel> resolved = Resolver.resolve(trees, paths, !diagnostics.hasErrors());
        diagnostics.reportAll(resolved.diagnostics());
        Result<SagaModel> checked = Rules.check(resolved.value(), diagnostics.sorted());
        return new Result<>(
                checked.value(),
                checked.diagnostics().stream()
                        .filter(found -> found.severity() == Severity.ERROR
                                || !paths.contains(found.location().file()))
                        .toList(),
                checked.accepted().stream()
                        .filter(accepted ->
                                !paths.contains(accepted.finding().location().file()))
                        .toList());
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
