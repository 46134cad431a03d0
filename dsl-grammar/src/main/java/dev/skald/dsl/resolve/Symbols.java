package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all files of a compilation declare, by name: one space of names for each package. */
final class Symbols {

    private final Map<DeclaredName, Declaration> declared = new LinkedHashMap<>();
    private final Map<String, List<DeclaredName>> bySimpleName = new HashMap<>();
    private final NavigableMap<String, Set<String>> packages = new TreeMap<>();
    private final boolean incomplete;
    private final boolean missesPackages;

    private Symbols(List<DefinitionFile> files) {
        this.incomplete = files.stream().anyMatch(DefinitionFile::incomplete);
        this.missesPackages = files.stream()
                .anyMatch(file -> file.incomplete() && file.packageName().isEmpty());
        files.stream()
                .flatMap(file -> file.packageName().stream())
                .map(QualifiedName::text)
                .forEach(name -> packages.put(name, new TreeSet<>()));
    }

    /** Collects the declarations of all files; a name declared again is reported and the first one stays. */
    static Symbols of(List<DefinitionFile> files, Diagnostics diagnostics) {
        Symbols symbols = new Symbols(files);
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

    /** What a name with dots stands for: it is written in full. */
    static DeclaredName inFull(QualifiedName name) {
        return new DeclaredName(
                name.owner().map(QualifiedName::text).orElse(""), name.last().text());
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

    /** The packages that files name, in the order of the alphabet; not the nameless one. */
    Set<String> packages() {
        return packages.tailMap("", false).keySet();
    }

    /** The simple names of all declarations of a package, in the order of the alphabet. */
    Set<String> declaredIn(String packageName) {
        return packages.getOrDefault(packageName, Set.of());
    }

    /** Whether a file's package could not be read, so that a missing package may be no mistake. */
    boolean missesPackages() {
        return missesPackages;
    }

    /** The names of all declarations, in the order of the files. */
    Collection<DeclaredName> names() {
        return declared.keySet();
    }

    /** The names of all declarations that have that simple name, in the order of the files. */
    List<DeclaredName> named(String simpleName) {
        return bySimpleName.getOrDefault(simpleName, List.of());
    }

    private void add(String packageName, Declaration declaration, Diagnostics diagnostics) {
        Name name = declaration.name();
        DeclaredName full = new DeclaredName(packageName, name.text());
        Declaration first = declared.putIfAbsent(full, declaration);
        if (first == null) {
            bySimpleName.computeIfAbsent(name.text(), any -> new ArrayList<>()).add(full);
            packages.computeIfAbsent(packageName, any -> new TreeSet<>()).add(name.text());
        } else {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_DUPLICATE, name.location(), "`" + name.text() + "` is declared twice")
                    .withNote("first declared here", first.name().location()));
        }
    }
}
