package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what the imports of one file bring, and reports those that bring nothing; {@link UnusedImports} reports those
 * that nothing needs.
 */
final class ImportResolver {

    private final DefinitionFile file;
    private final Symbols symbols;
    private final ImportReports reports;
    private final Map<String, DeclaredName> names = new HashMap<>();
    private final Map<String, Name> places = new HashMap<>();
    private final NavigableSet<String> packages = new TreeSet<>();
    private final Set<String> wrongNames = new HashSet<>();
    private boolean misses;

    private ImportResolver(DefinitionFile file, Symbols symbols, Diagnostics diagnostics) {
        this.file = file;
        this.symbols = symbols;
        this.reports = new ImportReports(symbols, diagnostics);
    }

    /** What the imports of {@code file} bring. */
    static Imports resolve(DefinitionFile file, Symbols symbols, Diagnostics diagnostics) {
        return new ImportResolver(file, symbols, diagnostics).resolve();
    }

    private Imports resolve() {
        file.imports().forEach(this::resolve);
        return new Imports(names, packages, wrongNames, misses);
    }

    private void resolve(Import imported) {
        QualifiedName name = imported.name();
        boolean isLone = name.parts().size() == 1 && !imported.all();
        if (isLone || !name.parts().stream().allMatch(NameChecker::isIdentifier)) {
            wrongNames.add(name.last().text());
            reports.noPackage(name);
        } else if (imported.all()) {
            importPackage(name);
        } else {
            importName(name);
        }
    }

    private void importPackage(QualifiedName name) {
        if (symbols.packages().contains(name.text())) {
            packages.add(name.text());
            return;
        }
        misses = true;
        symbols.find(Symbols.inFull(name))
                .ifPresentOrElse(other -> reports.isNoPackage(name, other), () -> reports.unknownPackage(name));
    }

    private void importName(QualifiedName name) {
        DeclaredName meant = Symbols.inFull(name);
        if (symbols.find(meant).isPresent()) {
            bring(meant, name.last());
        } else if (symbols.packages().contains(name.text())) {
            misses = true;
            reports.isPackage(name);
        } else {
            wrongNames.add(meant.simpleName());
            reports.unknownName(name);
        }
    }

    private void bring(DeclaredName meant, Name name) {
        Optional<Declaration> own = file.declarations().stream()
                .filter(declaration -> declaration.name().text().equals(meant.simpleName()))
                .filter(declaration -> !meant.packageName().equals(Symbols.packageOf(file)))
                .findFirst();
        DeclaredName earlier = names.getOrDefault(meant.simpleName(), meant);
        if (own.isPresent()) {
            reports.declaredHere(meant, name, own.get());
        } else if (!earlier.equals(meant)) {
            reports.importedTwice(meant, name, places.getOrDefault(meant.simpleName(), name));
        } else {
            names.put(meant.simpleName(), meant);
            places.putIfAbsent(meant.simpleName(), name);
        }
    }
}
