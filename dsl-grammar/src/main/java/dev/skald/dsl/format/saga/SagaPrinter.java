package dev.skald.dsl.format.saga;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.KeptComments;
import dev.skald.dsl.format.layout.SagaLayout;
import dev.skald.dsl.syntax.saga.SagaNotation;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import java.util.Optional;

/** Prints syntax trees as {@code .saga} files in their canonical layout. */
public final class SagaPrinter {

    private SagaPrinter() {}

    /**
     * The text of a file. What only YAML can leave open is not decided here: a plain scalar is printed as a text, and
     * the construction of a record needs its name.
     *
     * @param file a tree without gaps
     * @param comments what to write between its parts
     * @return the text; empty, with the reasons, where the notation cannot say it, such as a name that is no name
     * @throws IllegalArgumentException where something in the tree could not be read, or is reserved for later
     */
    public static Result<Optional<String>> print(DefinitionFile file, KeptComments comments) {
        SourceFile raw = new SourceFile(file.source().path(), raw(file, comments));
        var written = SagaNotation.written(raw);
        return new Result<>(written.value().map(SagaLayout::text), written.diagnostics());
    }

    private static String raw(DefinitionFile file, KeptComments comments) {
        Sheet sheet = new Sheet(comments);
        file.packageName()
                .ifPresent(name -> sheet.line(name.location()).add("package").add(name.text()));
        file.imports()
                .forEach(imported ->
                        sheet.line(imported.name().location()).add("import").add(name(imported)));
        file.defaults().ifPresent(defaults -> {
            sheet.line(defaults.location());
            new LimitsPrinter(sheet).defaults(defaults);
        });
        DeclarationPrinter declarations = new DeclarationPrinter(sheet);
        String last = "";
        for (Declaration declaration : file.declarations()) {
            if (!declaration.kind().equals(last)) {
                sheet.line();
            }
            declarations.declaration(declaration);
            last = declaration.kind();
        }
        return sheet.lastComments().text();
    }

    private static String name(Import imported) {
        return imported.name().text() + (imported.all() ? ".*" : "");
    }
}
