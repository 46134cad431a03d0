package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports the imports of a file that nothing in it needs. To be asked when the file is resolved, without an error. */
final class UnusedImports {

    private final String packageName;
    private final Set<DeclaredName> used;
    private final Set<DeclaredName> byName;
    private final List<Import> earlier = new ArrayList<>();
    private final Diagnostics diagnostics;

    private UnusedImports(DefinitionFile file, Set<DeclaredName> used, Diagnostics diagnostics) {
        this.packageName = Symbols.packageOf(file);
        this.used = used;
        this.byName = file.imports().stream()
                .filter(imported -> !imported.all())
                .map(imported -> Symbols.inFull(imported.name()))
                .collect(Collectors.toSet());
        this.diagnostics = diagnostics;
    }

    /**
     * Reports those of one file.
     *
     * @param used what the simple names in the file stand for
     */
    static void report(DefinitionFile file, Set<DeclaredName> used, Diagnostics diagnostics) {
        UnusedImports unused = new UnusedImports(file, used, diagnostics);
        file.imports().forEach(unused::check);
    }

    private void check(Import imported) {
        QualifiedName name = imported.name();
        String text = "`" + name.text() + (imported.all() ? ".*`" : "`");
        if (isOwn(imported)) {
            report(name, text + " is of this file's own package, and needs no import");
        } else if (earlier.stream().anyMatch(one -> isSame(one, imported))) {
            report(name, text + " is imported twice");
        } else if (!isNeeded(imported)) {
            report(name, "nothing in this file uses the import of " + text);
        }
        earlier.add(imported);
    }

    private boolean isOwn(Import imported) {
        QualifiedName name = imported.name();
        String imports = imported.all() ? name.text() : Symbols.inFull(name).packageName();
        return imports.equals(packageName);
    }

    private boolean isNeeded(Import imported) {
        return imported.all()
                ? used.stream()
                        .filter(name -> !byName.contains(name))
                        .anyMatch(name ->
                                name.packageName().equals(imported.name().text()))
                : used.contains(Symbols.inFull(imported.name()));
    }

    private static boolean isSame(Import one, Import other) {
        return one.all() == other.all() && one.name().text().equals(other.name().text());
    }

    private void report(QualifiedName name, String message) {
        diagnostics.report(Diagnostic.of(DiagnosticId.DATA_UNUSED_IMPORT, name.location(), message)
                .withHelp("take the import out"));
    }
}
