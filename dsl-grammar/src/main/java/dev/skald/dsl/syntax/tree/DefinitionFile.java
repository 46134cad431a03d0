package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One file of definitions.
 *
 * @param source the text it was read from
 * @param packageName the package of all that it declares; empty where the file names none
 * @param imports other packages' names
 * @param defaults what holds for every saga of the file that does not say otherwise
 * @param declarations in the order written
 * @param incomplete whether a whole declaration could not be read, so that a name missing here may be no mistake
 */
public record DefinitionFile(
        SourceFile source,
        Optional<QualifiedName> packageName,
        List<Import> imports,
        Optional<Defaults> defaults,
        List<Declaration> declarations,
        boolean incomplete) {

    public DefinitionFile {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }

    /** A file of which nothing could be read. */
    public static DefinitionFile unreadable(SourceFile source) {
        return new DefinitionFile(source, Optional.empty(), List.of(), Optional.empty(), List.of(), true);
    }

    /**
     * {@code import com.acme.payments.*} or of one name.
     *
     * @param name the package, or the qualified name
     * @param all whether {@code .*} followed
     */
    public record Import(QualifiedName name, boolean all) {}
}
