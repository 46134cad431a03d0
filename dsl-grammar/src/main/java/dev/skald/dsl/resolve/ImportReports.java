package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words the findings about imports. */
final class ImportReports {

    private final Symbols symbols;
    private final Diagnostics diagnostics;

    ImportReports(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** A lone name, or no name at all. */
    void noPackage(QualifiedName name) {
        diagnostics.report(unknown(name, "this import names no package")
                .withHelp("an import is a package and `.*`, or a package and one of its names, joined by dots"));
    }

    /** {@code .*} behind the name of a declaration. */
    void isNoPackage(QualifiedName name, Declaration declaration) {
        diagnostics.report(unknown(name, "`" + name.text() + "` is " + declaration.kind() + ", not a package")
                .withHelp("import it without `.*`")
                .withNote("declared here", declaration.name().location()));
    }

    /** A package without {@code .*} behind it. */
    void isPackage(QualifiedName name) {
        diagnostics.report(unknown(name, "`" + name.text() + "` is a package")
                .withHelp("import all that it declares with `" + name.text() + ".*`, or one name of it")
                .withFix(name.location(), name.text() + ".*"));
    }

    /** A package that no file names. */
    void unknownPackage(QualifiedName name) {
        if (symbols.missesPackages()) {
            return;
        }
        Diagnostic unknown = unknown(name, "no package is called `" + name.text() + "`");
        diagnostics.report(nearestPackage(name.text())
                .map(nearest -> "a package with a similar name is `" + nearest + "`")
                .or(() -> Suggestions.shortList(symbols.packages()).map(list -> "declared are " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(nearestPackage(name.text())));
    }

    /** A name that its package does not declare; or that of a package that is not there. */
    void unknownName(QualifiedName name) {
        DeclaredName meant = Symbols.inFull(name);
        if (!symbols.packages().contains(meant.packageName())) {
            name.owner().ifPresent(this::unknownPackage);
            return;
        }
        if (symbols.incomplete()) {
            return;
        }
        Set<String> names = symbols.declaredIn(meant.packageName());
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                name.last().location(),
                "package `" + meant.packageName() + "` declares no `" + meant.simpleName() + "`");
        diagnostics.report(Suggestions.nearest(meant.simpleName(), names)
                .map(nearest -> "a similar name there is `" + nearest + "`")
                .or(() -> Suggestions.shortList(names).map(list -> "it declares " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(meant.simpleName(), names)));
    }

    /** A name that the importing file declares itself. */
    void declaredHere(DeclaredName meant, Name name, Declaration own) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_DUPLICATE,
                        name.location(),
                        "`" + name.text() + "` is declared in this file, and cannot be imported as well")
                .withHelp("leave the import out, and write `" + meant.qualified() + "` in full")
                .withNote("declared here", own.name().location()));
    }

    /** A name that another import brings from another package. */
    void importedTwice(DeclaredName meant, Name name, Name earlier) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_DUPLICATE,
                        name.location(),
                        "`" + name.text() + "` is imported from another package already")
                .withHelp("leave this import out, and write `" + meant.qualified() + "` in full")
                .withNote("first imported here", earlier.location()));
    }

    /** Packages mostly begin alike: only what follows must be close. */
    private Optional<String> nearestPackage(String name) {
        List<String> close = symbols.packages().stream()
                .filter(candidate -> {
                    int end = commonOwner(name, candidate);
                    return Suggestions.nearest(name.substring(end), List.of(candidate.substring(end)))
                            .isPresent();
                })
                .toList();
        return Suggestions.nearest(name, close);
    }

    /** How long what two packages lie in both is, with its last dot. */
    private static int commonOwner(String one, String other) {
        int end = 0;
        for (int dot = one.indexOf('.');
                dot >= 0 && other.startsWith(one.substring(0, dot + 1));
                dot = one.indexOf('.', end)) {
            end = dot + 1;
        }
        return end;
    }

    private static Diagnostic unknown(QualifiedName name, String message) {
        return Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), message);
    }
}
