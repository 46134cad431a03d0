package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.language.Communication;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code after} orders two steps that would run at the same time, and says nothing where the order is that one already:
 * in a sync saga and in a chain; on a step, or behind one, that is not compensatable or readonly and so waits for all
 * that is written before it; and where the step waits for the other by data, also by that of its undo or its probe, or
 * by another {@code after}.
 */
final class AfterNoEffect implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        if (saga.pattern().isEmpty()) {
            return;
        }
        Pattern pattern = saga.pattern().get();
        if (pattern.coordination() == Coordination.CHOREOGRAPHED) {
            saga.steps().forEach(step -> reportAll(step, "the steps of a chain", diagnostics));
        } else if (pattern.communication() == Communication.SYNC) {
            saga.steps().forEach(step -> reportAll(step, "the steps of a sync saga", diagnostics));
        } else {
            checkBlock(saga.body(), diagnostics);
        }
    }

    private static void reportAll(Step step, String whose, Diagnostics diagnostics) {
        if (!step.after().isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.FLOW_AFTER_NO_EFFECT,
                            step.after()
                                    .get(0)
                                    .location()
                                    .to(step.after()
                                            .get(step.after().size() - 1)
                                            .location()),
                            "`after` has no effect: " + whose + " run in the order written")
                    .withHelp("take the clause out"));
        }
    }

    private static void checkBlock(List<Statement> block, Diagnostics diagnostics) {
        Neighbours neighbours = new Neighbours();
        for (Statement statement : block) {
            if (statement instanceof Step step) {
                Map<String, Step.After> written = new LinkedHashMap<>();
                step.after().forEach(after -> written.putIfAbsent(after.step(), after));
                written.values()
                        .forEach(after -> neighbours
                                .reason(step, after.step(), written.keySet())
                                .ifPresent(reason -> report(after, reason, diagnostics)));
            }
            neighbours.add(statement);
            Statements.blocksOf(statement).forEach(inner -> checkBlock(inner, diagnostics));
        }
    }

    private static void report(Step.After after, String reason, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.FLOW_AFTER_NO_EFFECT,
                        after.location(),
                        "`after " + after.step() + "` has no effect: " + reason)
                .withHelp("take `" + after.step() + "` out of the clause"));
    }

    /** The steps since the last barrier, each with those that it waits for in the end. */
    private static final class Neighbours {

        private final Map<String, Set<String>> awaited = new LinkedHashMap<>();
        private Optional<Statement> barrier = Optional.empty();

        void add(Statement statement) {
            if (statement instanceof Step step && isFree(step)) {
                Set<String> all = new LinkedHashSet<>();
                Stream.concat(dataOf(step), step.after().stream().map(Step.After::step))
                        .forEach(other -> all.addAll(withAwaited(other)));
                awaited.put(step.name(), all);
            } else {
                awaited.clear();
                barrier = Optional.of(statement);
            }
        }

        /** Why {@code step} waits for {@code other} even without saying so. */
        Optional<String> reason(Step step, String other, Set<String> written) {
            if (!isFree(step)) {
                return Optional.of("a " + Naming.kindOf(step) + " waits for all that is written before it");
            }
            if (!awaited.containsKey(other)) {
                return barrier.map(statement ->
                        statement instanceof Step last && last.name().equals(other)
                                ? "whatever is behind a " + Naming.kindOf(last) + " waits for it"
                                : "the " + Naming.of(statement)
                                        + " stands between, and waits for all that is written before it");
            }
            if (dataOf(step).anyMatch(other::equals)) {
                return Optional.of("`" + step.name() + "` uses the result of `" + other + "`");
            }
            return Stream.concat(dataOf(step), written.stream().filter(name -> !name.equals(other)))
                    .filter(name -> withAwaited(name).contains(other))
                    .findFirst()
                    .map(name -> "`" + step.name() + "` waits for `" + name + "`, which waits for `" + other + "`");
        }

        private Set<String> withAwaited(String name) {
            if (!awaited.containsKey(name)) {
                return Set.of();
            }
            Set<String> all = new LinkedHashSet<>(awaited.get(name));
            all.add(name);
            return all;
        }

        private static boolean isFree(Step step) {
            return !step.kind().isPointOfNoReturn();
        }

        private static Stream<String> dataOf(Step step) {
            return UsedVariables.in(step).filter(name -> !name.equals(step.name()));
        }
    }
}
