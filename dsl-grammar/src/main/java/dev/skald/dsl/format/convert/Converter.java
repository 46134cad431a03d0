package dev.skald.dsl.format.convert;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.format.FormatBug;
import dev.skald.dsl.format.KeptComments;
import dev.skald.dsl.format.Meaning;
import dev.skald.dsl.format.saga.SagaPrinter;
import dev.skald.dsl.format.yaml.YamlPrinter;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.SourceComment;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns definitions into the other notation, without changing what they mean; comments go with them. */
public final class Converter {

    private final Vocabulary vocabulary;

    /**
     * A converter for the definitions of one compilation.
     *
     * @param files the syntax trees of all of its files: what one declares, the others may use
     */
    public Converter(List<DefinitionFile> files) {
        this.vocabulary = new Vocabulary(files);
    }

    /** The name of a file in the other notation: {@code x.saga} for {@code x.saga.yaml}, and the other way round. */
    public static String otherName(SourceFile file) {
        String path = file.path();
        return file.isYaml() ? path.substring(0, path.lastIndexOf('.')) : path + ".yaml";
    }

    /**
     * The text of a file in the other notation; empty, with the reasons as errors, where there is none: something that
     * it names is declared nowhere, or it uses a word that is reserved for later.
     *
     * @param file one of the files of the compilation, read without errors
     * @throws FormatBug where the text would not mean the same
     */
    public Result<Optional<String>> convert(DefinitionFile file) {
        List<Diagnostic> reserved = ReservedWords.in(file);
        if (!reserved.isEmpty()) {
            return new Result<>(Optional.empty(), reserved);
        }
        Diagnostics diagnostics = new Diagnostics();
        DefinitionFile explicit = explicit(file, diagnostics);
        List<Diagnostic> unknown = diagnostics.sorted();
        Result<Optional<String>> printed =
                unknown.isEmpty() ? print(explicit) : new Result<>(Optional.empty(), unknown);
        printed.value().ifPresent(text -> check(explicit, text));
        return printed;
    }

    private DefinitionFile explicit(DefinitionFile file, Diagnostics diagnostics) {
        return new Restyling(file, vocabulary, new ExplicitStyle(file, vocabulary, diagnostics)).file();
    }

    private Result<Optional<String>> print(DefinitionFile explicit) {
        boolean toSaga = explicit.source().isYaml();
        Style style = toSaga ? new SagaStyle() : new YamlStyle(vocabulary);
        DefinitionFile styled = new Restyling(explicit, vocabulary, style).file();
        KeptComments places = KeptComments.none();
        print(styled, places, toSaga);
        List<SourceComment> comments = DefinitionParser.comments(explicit.source());
        List<SourceLocation> wholes =
                explicit.declarations().stream().map(Declaration::location).toList();
        return print(styled, KeptComments.of(comments, places, wholes), toSaga);
    }

    private static Result<Optional<String>> print(DefinitionFile styled, KeptComments comments, boolean toSaga) {
        return toSaga
                ? SagaPrinter.print(styled, comments)
                : new Result<>(Optional.of(YamlPrinter.print(styled, comments)), List.of());
    }

    private void check(DefinitionFile explicit, String text) {
        String path = otherName(explicit.source());
        Result<DefinitionFile> read = DefinitionParser.parse(new SourceFile(path, text));
        Diagnostics diagnostics = new Diagnostics();
        boolean isSame = !read.hasErrors()
                && Meaning.of(byKind(explicit(read.value(), diagnostics))).equals(Meaning.of(byKind(explicit)));
        if (!isSame) {
            throw new FormatBug(
                    path, "it would not mean the same as " + explicit.source().path());
        }
    }

    /** Where YAML has the declarations of a kind together, {@code .saga} has them in any order. */
    private static DefinitionFile byKind(DefinitionFile file) {
        List<Declaration> declarations = new ArrayList<>(file.declarations());
        declarations.sort(
                Comparator.comparing(declaration -> declaration.getClass().getName()));
        return new DefinitionFile(
                file.source(), file.packageName(), file.imports(), file.defaults(), declarations, file.incomplete());
    }
}
