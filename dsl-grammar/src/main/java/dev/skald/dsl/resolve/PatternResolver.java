package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.SagaHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds which of the eight sagas the three words or the pattern's name choose. */
final class PatternResolver {

    private final Diagnostics diagnostics;

    PatternResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The pattern; empty where the header does not say it, or not rightly, which is reported. */
    Optional<Pattern> resolve(Name saga, SagaHeader header) {
        Optional<Pattern> named = header.pattern().flatMap(this::named);
        Optional<Communication> communication = word(header.communication(), Communication.values());
        Optional<Consistency> consistency = word(header.consistency(), Consistency.values());
        Optional<Coordination> coordination = word(header.coordination(), Coordination.values());
        if (header.pattern().isPresent()) {
            named.ifPresent(pattern -> checkAgreement(pattern, header));
            return named;
        }
        reportMissing(saga, header);
        return communication.flatMap(
                how -> consistency.flatMap(whole -> coordination.map(who -> Pattern.of(how, whole, who))));
    }

    private Optional<Pattern> named(Name name) {
        Optional<Pattern> pattern = Pattern.ofWord(name.text());
        if (pattern.isEmpty()) {
            reportUnknown(
                    name, Arrays.stream(Pattern.values()).map(Pattern::word).toList(), "no pattern is called");
        }
        return pattern;
    }

    private <E extends Enum<E>> Optional<E> word(Optional<Name> written, E[] values) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(values)
                .filter(value -> wordOf(value).equals(written.get().text()))
                .findFirst();
        if (found.isEmpty()) {
            reportUnknown(
                    written.get(),
                    Arrays.stream(values).map(PatternResolver::wordOf).toList(),
                    "there is no such choice as");
        }
        return found;
    }

    private void reportUnknown(Name name, List<String> candidates, String message) {
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), message + " `" + name.text() + "`");
        diagnostics.report(Suggestions.nearest(name.text(), candidates)
                .map(nearest -> "write `" + nearest + "`")
                .or(() -> Suggestions.shortList(candidates).map(list -> "choose from " + list))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(name.text(), candidates)));
    }

    private void checkAgreement(Pattern pattern, SagaHeader header) {
        header.communication().ifPresent(word -> checkAgreement(pattern, word, wordOf(pattern.communication())));
        header.consistency().ifPresent(word -> checkAgreement(pattern, word, wordOf(pattern.consistency())));
        header.coordination().ifPresent(word -> checkAgreement(pattern, word, wordOf(pattern.coordination())));
    }

    private void checkAgreement(Pattern pattern, Name written, String meant) {
        if (!written.text().equals(meant)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.PATTERN_MISMATCH,
                            written.location(),
                            "`" + pattern.word() + "` is `" + meant + "`, and this says `" + written.text() + "`")
                    .withHelp("`" + pattern.word() + "` is `" + pattern.words() + "`: write the three words or the"
                            + " name"));
        }
    }

    private void reportMissing(Name saga, SagaHeader header) {
        List<String> missing = new ArrayList<>();
        missing(header.communication(), "`sync` or `async`").ifPresent(missing::add);
        missing(header.consistency(), "`atomic` or `eventual`").ifPresent(missing::add);
        missing(header.coordination(), "`orchestrated` or `choreographed`").ifPresent(missing::add);
        if (!missing.isEmpty()) {
            SourceLocation place = saga.location();
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.PATTERN_INCOMPLETE,
                            place,
                            "saga `" + saga.text() + "` does not say how it runs: "
                                    + missing.stream().collect(Collectors.joining(", ")) + " is missing")
                    .withHelp("write three words such as `sync atomic orchestrated`, or a pattern's name such as"
                            + " `epic`"));
        }
    }

    private static Optional<String> missing(Optional<Name> word, String choices) {
        return word.isPresent() ? Optional.empty() : Optional.of(choices);
    }

    private static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
