package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all files of a compilation declare, by name: one space of names for each package. */
final class Symbols {

    private final Map<DeclaredName, Declaration> declared = new TreeMap<>();
    private final boolean incomplete;

    private Symbols(boolean incomplete) {
        this.incomplete = incomplete;
    }

    /** Collects the declarations of all files; a name declared again is reported and the first one stays. */
    static Symbols of(List<DefinitionFile> files, Diagnostics diagnostics) {
        Symbols symbols = new Symbols(files.stream().anyMatch(DefinitionFile::incomplete));
        for (DefinitionFile file : files) {
            for (Declaration declaration : file.declarations()) {
                if (!(declaration instanceof Declaration.Reserved)) {
                    symbols.add(packageOf(file), declaration, diagnostics);
                }
            }
        }
        return symbols;
    }

    /** The name of a file's package, empty where it names none. */
    static String packageOf(DefinitionFile file) {
        return file.packageName().map(QualifiedName::text).orElse("");
    }

    /**
     * What {@code name} means in a file of {@code packageName}: its own package's name, or another's written in full.
     */
    static DeclaredName named(QualifiedName name, String packageName) {
        int last = name.parts().size() - 1;
        return last == 0
                ? new DeclaredName(packageName, name.text())
                : new DeclaredName(
                        new QualifiedName(name.parts().subList(0, last)).text(),
                        name.last().text());
    }

    /** What is declared under that name. */
    Optional<Declaration> find(DeclaredName name) {
        return Optional.ofNullable(declared.get(name));
    }

    /** Whether {@code declaration} is the one that its name stands for, and no second one of the same name. */
    boolean isFirst(DeclaredName name, Declaration declaration) {
        return declared.get(name) == declaration;
    }

    /** Whether a declaration could not be read, so that a missing name may be no mistake. */
    boolean incomplete() {
        return incomplete;
    }

    /** The simple names of one kind that a file of {@code packageName} sees. */
    List<String> visible(String packageName, Class<? extends Declaration> kind) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getKey().packageName().equals(packageName))
                .filter(entry -> kind.isInstance(entry.getValue()))
                .map(entry -> entry.getKey().simpleName())
                .toList();
    }

    private void add(String packageName, Declaration declaration, Diagnostics diagnostics) {
        Name name = declaration.name();
        Declaration first = declared.putIfAbsent(new DeclaredName(packageName, name.text()), declaration);
        if (first != null) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_DUPLICATE, name.location(), "`" + name.text() + "` is declared twice")
                    .withNote("first declared here", first.name().location()));
        }
    }
}
