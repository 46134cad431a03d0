package dev.skald.dsl.format.convert;

import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names stand for in the files of one compilation. */
final class Vocabulary {

    private final Map<String, Entry> declared = new HashMap<>();

    Vocabulary(List<DefinitionFile> files) {
        for (DefinitionFile file : files) {
            for (Declaration declaration : file.declarations()) {
                declared.putIfAbsent(
                        inPackage(packageOf(file), declaration.name().text()), new Entry(declaration, file));
            }
        }
    }

    /** What is declared under the name that {@code name} stands for in a file. */
    Optional<Entry> find(QualifiedName name, DefinitionFile in) {
        String written = name.text();
        if (name.parts().size() > 1) {
            return entry(written);
        }
        return in.imports().stream()
                .filter(imported ->
                        !imported.all() && imported.name().last().text().equals(written))
                .flatMap(imported -> entry(imported.name().text()).stream())
                .findFirst()
                .or(() -> entry(inPackage(packageOf(in), written)))
                .or(() -> in.imports().stream()
                        .filter(Import::all)
                        .flatMap(imported -> entry(inPackage(imported.name().text(), written)).stream())
                        .findFirst());
    }

    /** The declared type that is asked for, the optional one as the one that is there. */
    Optional<Entry> declaration(Asked asked) {
        return asked.withoutOptional().type() instanceof TypeName.Named named
                ? find(named.name(), asked.home())
                : Optional.empty();
    }

    /** What an operation of a participant takes. */
    Optional<Signature> operation(QualifiedName participant, Name operation, DefinitionFile in) {
        return find(participant, in)
                .filter(entry -> entry.declaration() instanceof Declaration.Participant)
                .flatMap(entry -> ((Declaration.Participant) entry.declaration())
                        .operations().stream()
                                .filter(each -> each.name().text().equals(operation.text()))
                                .map(Operation::parameters)
                                .map(parameters -> new Signature(parameters, entry.home()))
                                .findFirst());
    }

    /** The shortest name of a declaration that stands for it in a file. */
    QualifiedName nameOf(Entry entry, DefinitionFile in, QualifiedName place) {
        Name simple = new Name(entry.declaration().name().text(), place.location());
        QualifiedName shortest = new QualifiedName(List.of(simple));
        boolean isKnown =
                find(shortest, in).filter(found -> found.equals(entry)).isPresent();
        return isKnown
                ? shortest
                : new QualifiedName(Arrays.stream(inPackage(packageOf(entry.home()), simple.text())
                                .split("\\."))
                        .map(part -> new Name(part, place.location()))
                        .toList());
    }

    private Optional<Entry> entry(String qualified) {
        return Optional.ofNullable(declared.get(qualified));
    }

    private static String packageOf(DefinitionFile file) {
        return file.packageName().map(QualifiedName::text).orElse("");
    }

    private static String inPackage(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** A declaration with the file that it is in, and whose names its own types are. */
    record Entry(Declaration declaration, DefinitionFile home) {

        /** What the construction of it takes, or its call; empty where it takes nothing. */
        Optional<Signature> signature() {
            if (declaration instanceof Declaration.Record message) {
                return Optional.of(new Signature(message.fields(), home));
            }
            if (declaration instanceof Declaration.BusinessError error) {
                return Optional.of(new Signature(error.fields(), home));
            }
            return declaration instanceof Declaration.Saga saga
                    ? Optional.of(new Signature(saga.input(), home))
                    : Optional.empty();
        }
    }
}
