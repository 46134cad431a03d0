package dev.skald.codegen.plan;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the sagas that others run. */
final class SubSagas {

    private final Map<DeclaredName, Saga> sagas;

    SubSagas(List<Saga> sagas) {
        this.sagas = sagas.stream().collect(Collectors.toMap(Saga::name, Function.identity(), (first, other) -> first));
    }

    /** What is done to run one. */
    SubSagaPlan plan(SubSaga run) {
        Saga saga = saga(run.saga());
        return new SubSagaPlan(
                run.name(),
                run.saga(),
                saga.version(),
                saga.queue(),
                run.arguments(),
                run.result(),
                errorsOf(saga),
                Source.of(run.location()));
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
        Set<DeclaredName> errors = new LinkedHashSet<>();
        collect(saga, errors, new LinkedHashSet<>());
        return List.copyOf(errors);
    }

    private void collect(Saga saga, Set<DeclaredName> errors, Set<DeclaredName> seen) {
        if (!seen.add(saga.name())) {
            return;
        }
        saga.statements().flatMap(SubSagas::errorsOf).forEach(errors::add);
        saga.statements()
                .filter(SubSaga.class::isInstance)
                .forEach(run -> collect(saga(((SubSaga) run).saga()), errors, seen));
    }

    private static Stream<DeclaredName> errorsOf(Statement statement) {
        if (statement instanceof Step step) {
            return step.call().operation().errors().stream();
        }
        return statement instanceof Statement.Fail fail ? Stream.of(fail.error().name()) : Stream.empty();
    }
}
