package dev.skald.dsl.format.convert;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Name;
import java.util.List;
import java.util.stream.Stream;

/** Finds the words that are reserved for later: what they say is not in the tree, and cannot be written again. */
final class ReservedWords {

    private ReservedWords() {}

    /** An error for each of them. */
    static List<Diagnostic> in(DefinitionFile file) {
        return file.declarations().stream()
                .flatMap(ReservedWords::words)
                .map(word -> Diagnostic.of(
                        DiagnosticId.LANGUAGE_NOT_BUILT,
                        word.location(),
                        "what `" + word.text() + "` says cannot be converted: the word is reserved for later"))
                .toList();
    }

    private static Stream<Name> words(Declaration declaration) {
        if (declaration instanceof Declaration.Reserved reserved) {
            return Stream.of(reserved.word());
        }
        if (declaration instanceof Declaration.Participant participant) {
            return Stream.concat(
                    participant.reserved().stream(),
                    participant.operations().stream().flatMap(operation -> operation.reserved().stream()));
        }
        return declaration instanceof Declaration.Saga saga ? saga.header().reserved().stream() : Stream.of();
    }
}
