package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What names stand for in one file. A name with dots is written in full. A simple one is, as in Java, what an import
 * brings under that name, else what the file's own package declares, else what an import of a whole package brings.
 */
final class FileNames {

    private final String packageName;
    private final Imports imports;
    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final Map<Class<? extends Declaration>, List<String>> visible = new HashMap<>();
    private final Set<DeclaredName> used = new HashSet<>();

    FileNames(String packageName, Imports imports, Symbols symbols, Diagnostics diagnostics) {
        this.packageName = packageName;
        this.imports = imports;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** The file's own package; empty where it names none. */
    String packageName() {
        return packageName;
    }

    /** What {@code name} stands for here; a name of the own package where it stands for nothing, or for several. */
    DeclaredName named(QualifiedName name) {
        if (!isSimple(name)) {
            return Symbols.inFull(name);
        }
        List<DeclaredName> meanings = meanings(name.text());
        if (meanings.size() != 1) {
            return new DeclaredName(packageName, name.text());
        }
        used.add(meanings.get(0));
        return meanings.get(0);
    }

    /** What simple names have stood for so far. */
    Set<DeclaredName> used() {
        return Set.copyOf(used);
    }

    /** What is declared under a name. */
    Optional<Declaration> find(DeclaredName name) {
        return symbols.find(name);
    }

    /** What is declared under the name that {@code name} stands for here. */
    Optional<Declaration> find(QualifiedName name) {
        return find(named(name));
    }

    /**
     * Whether nothing else is to be said of a name that stands for nothing here: several imports bring it, which is
     * reported, or it may be declared where something could not be read.
     */
    boolean isExcused(QualifiedName name) {
        if (!isSimple(name)) {
            return symbols.incomplete();
        }
        List<DeclaredName> meanings = meanings(name.text());
        if (meanings.size() > 1) {
            reportAmbiguous(name, meanings);
        }
        return meanings.size() > 1 || symbols.incomplete() || imports.mayMiss(name.text());
    }

    /** Whether a declaration could not be read, so that a missing name may be no mistake. */
    boolean incomplete() {
        return symbols.incomplete();
    }

    /** The simple names of one kind that can be written here, in the order of the alphabet. */
    List<String> visible(Class<? extends Declaration> kind) {
        return visible.computeIfAbsent(
                kind,
                any -> symbols.names().stream()
                        .filter(name ->
                                symbols.find(name).filter(kind::isInstance).isPresent())
                        .filter(name -> meanings(name.simpleName()).contains(name))
                        .map(DeclaredName::simpleName)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** What to do about a name that stands for nothing here, where another package declares one of that kind so. */
    Optional<String> importHelp(QualifiedName name, Predicate<Declaration> kind) {
        List<String> elsewhere = symbols.named(name.text()).stream()
                .filter(declared -> symbols.find(declared).filter(kind).isPresent())
                .map(declared -> "`" + declared.qualified() + "`")
                .sorted()
                .toList();
        return switch (elsewhere.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("import " + elsewhere.get(0) + ", or write it in full");
            default -> Optional.of("import one of " + String.join(", ", elsewhere) + ", or write it in full");
        };
    }

    private static boolean isSimple(QualifiedName name) {
        return name.owner().isEmpty();
    }

    /** What a simple name stands for; several where imports of whole packages bring it. */
    private List<DeclaredName> meanings(String simpleName) {
        DeclaredName own = new DeclaredName(packageName, simpleName);
        Optional<DeclaredName> named =
                imports.byName(simpleName).or(() -> symbols.find(own).map(any -> own));
        return named.map(List::of)
                .orElseGet(() -> imports.packages().stream()
                        .map(imported -> new DeclaredName(imported, simpleName))
                        .filter(name -> symbols.find(name).isPresent())
                        .toList());
    }

    private void reportAmbiguous(QualifiedName name, List<DeclaredName> meanings) {
        String all = meanings.stream()
                .map(meaning -> "`" + meaning.qualified() + "`")
                .collect(Collectors.joining(" and "));
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_AMBIGUOUS,
                        name.location(),
                        "`" + name.text() + "` is ambiguous: the imports bring " + all)
                .withHelp("write the one that is meant in full, or import it by its name"));
    }
}
