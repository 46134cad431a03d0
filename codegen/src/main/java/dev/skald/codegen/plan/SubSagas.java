package dev.skald.codegen.plan;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the sagas that others run. */
final class SubSagas {

    private final Map<DeclaredName, Saga> sagas;

    SubSagas(List<Saga> sagas) {
        this.sagas = sagas.stream().collect(Collectors.toMap(Saga::name, Function.identity(), (first, other) -> first));
    }

    /**
     * What is done to run one.
     *
     * @param committed whether the point of no return may lie behind
     */
    SubSagaPlan plan(SubSaga run, boolean committed) {
        Saga saga = saga(run.saga());
        StepKind before = passesPivot(run) ? StepKind.PIVOT : StepKind.COMPENSATABLE;
        return new SubSagaPlan(
                run.name(),
                committed ? StepKind.RETRIABLE : before,
                run.saga(),
                saga.version(),
                saga.queue(),
                run.arguments(),
                run.result(),
                errorsOf(saga),
                Source.of(run.location()));
    }

    /** Whether it cannot be undone any more once it is done. */
    boolean passesPivot(SubSaga run) {
        return withAllWithin(saga(run.saga())).flatMap(Saga::statements).anyMatch(SubSagas::commits);
    }

    /** Whether a step is, or stands behind, the point of no return. */
    static boolean commits(Statement statement) {
        return statement instanceof Step step && step.kind().isPointOfNoReturn();
    }

    private Saga saga(DeclaredName name) {
        Saga saga = sagas.get(name);
        if (saga == null) {
            throw new IllegalStateException("saga " + name.qualified() + " is not there: this is a bug in Skald");
        }
        return saga;
    }

    /** What the saga may end with: the errors of its participants, its own, and those of the sagas that it runs. */
    private List<DeclaredName> errorsOf(Saga saga) {
        return withAllWithin(saga)
                .flatMap(Saga::statements)
                .flatMap(SubSagas::errorsOf)
                .distinct()
                .toList();
    }

    /** The saga, those that it runs, those that they run. */
    private Stream<Saga> withAllWithin(Saga saga) {
        Map<DeclaredName, Saga> found = new LinkedHashMap<>();
        collect(saga, found);
        return found.values().stream();
    }

    private void collect(Saga saga, Map<DeclaredName, Saga> found) {
        if (found.putIfAbsent(saga.name(), saga) == null) {
            saga.statements()
                    .filter(SubSaga.class::isInstance)
                    .forEach(run -> collect(saga(((SubSaga) run).saga()), found));
        }
    }

    private static Stream<DeclaredName> errorsOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.call().operation().errors().stream();
        }
        return statement instanceof Statement.Fail fail ? Stream.of(fail.error().name()) : Stream.empty();
    }
}
