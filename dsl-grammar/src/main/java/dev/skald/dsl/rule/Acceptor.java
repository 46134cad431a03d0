package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Accepted;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Acceptance;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out of the findings what definitions accept, and keeps it. A step accepts what is found within it, a saga's
 * header what is found within the saga; where both accept a finding, the step does.
 */
final class Acceptor {

    private final List<Scoped> acceptances = new ArrayList<>();
    private final Set<Scoped> used = new HashSet<>();
    private final List<Accepted> accepted = new ArrayList<>();

    /** An acceptor of what the sagas of a model accept. */
    Acceptor(SagaModel model) {
        model.sagas().forEach(saga -> saga.steps().forEach(this::add));
        model.sagas().forEach(this::add);
    }

    /** What is left of {@code found}. */
    List<Diagnostic> leave(List<Diagnostic> found) {
        return found.stream().filter(finding -> !accept(finding)).toList();
    }

    /** What was accepted, by file and place. */
    List<Accepted> accepted() {
        return accepted.stream()
                .sorted(Comparator.comparing(one -> one.finding().location()))
                .toList();
    }

    /** Reports what is accepted and does not exist, or must not be accepted. */
    void reportMistakes(Diagnostics diagnostics) {
        for (Scoped scoped : acceptances) {
            Optional<DiagnosticId> id = DiagnosticId.ofCode(scoped.acceptance().rule());
            if (id.isEmpty()) {
                diagnostics.report(unknown(scoped.acceptance()));
            } else if (!id.get().acceptable()) {
                diagnostics.report(notAcceptable(scoped.acceptance(), id.get()));
            }
        }
    }

    /** Reports what could be accepted and was not found. To be asked when everything was looked for. */
    void reportUnused(Diagnostics diagnostics) {
        acceptances.stream()
                .filter(scoped -> !used.contains(scoped))
                .filter(scoped -> DiagnosticId.ofCode(scoped.acceptance().rule())
                        .filter(DiagnosticId::acceptable)
                        .isPresent())
                .map(Acceptor::unused)
                .forEach(diagnostics::report);
    }

    private void add(Step step) {
        String owner = "step `" + step.name() + "`";
        step.accepted().forEach(acceptance -> acceptances.add(new Scoped(acceptance, step.location(), owner)));
    }

    private void add(Saga saga) {
        String owner = "saga `" + saga.name().simpleName() + "`";
        saga.accepted().forEach(acceptance -> acceptances.add(new Scoped(acceptance, saga.extent(), owner)));
    }

    private boolean accept(Diagnostic finding) {
        if (!finding.id().acceptable()) {
            return false;
        }
        Optional<Scoped> found = acceptances.stream()
                .filter(scoped -> scoped.acceptance().rule().equals(finding.id().code()))
                .filter(scoped -> scoped.extent().contains(finding.location()))
                .findFirst();
        found.ifPresent(scoped -> {
            used.add(scoped);
            Acceptance acceptance = scoped.acceptance();
            accepted.add(new Accepted(finding, acceptance.because(), acceptance.location()));
        });
        return found.isPresent();
    }

    private static Diagnostic unknown(Acceptance acceptance) {
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.ACCEPT_UNKNOWN, acceptance.location(), "no finding is called `" + acceptance.rule() + "`");
        List<String> codes = acceptableIds().map(DiagnosticId::code).toList();
        return unknown.withHelp(Suggestions.nearest(acceptance.rule(), codes)
                .map(nearest -> "one with a similar name is `" + nearest + "`")
                .orElse("accept a finding by the id that stands in brackets before its message, such as `"
                        + DiagnosticId.PATTERN_ATOMIC_NEEDS_COMPENSATION.code() + "`"));
    }

    private static Diagnostic notAcceptable(Acceptance acceptance, DiagnosticId id) {
        String errors = acceptableIds()
                .filter(candidate -> candidate.severity() == Severity.ERROR)
                .map(candidate -> "`" + candidate.code() + "`")
                .collect(Collectors.joining(" and "));
        Diagnostic wrong = Diagnostic.of(
                DiagnosticId.ACCEPT_NOT_ACCEPTABLE,
                acceptance.location(),
                "`" + id.code() + "` cannot be accepted by a saga");
        return id.severity() == Severity.ERROR
                ? wrong.withHelp("correct what it is about; of the errors only " + errors + " can be accepted")
                : wrong.withHelp("it is about no saga; correct what it is about, or leave the warning there");
    }

    private static Diagnostic unused(Scoped scoped) {
        return Diagnostic.of(
                        DiagnosticId.ACCEPT_UNUSED,
                        scoped.acceptance().location(),
                        scoped.owner() + " accepts `" + scoped.acceptance().rule() + "`, which is not found in it")
                .withHelp("take the clause out, so that it does not hide such a finding later");
    }

    private static Stream<DiagnosticId> acceptableIds() {
        return Arrays.stream(DiagnosticId.values()).filter(DiagnosticId::acceptable);
    }

    /**
     * An acceptance and where it holds.
     *
     * @param acceptance what is accepted, and why
     * @param extent where
     * @param owner whose, in words
     */
    private record Scoped(Acceptance acceptance, SourceLocation extent, String owner) {}
}
