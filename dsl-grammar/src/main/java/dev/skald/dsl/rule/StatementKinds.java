package dev.skald.dsl.rule;

import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import dev.skald.dsl.model.SubSaga;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a statement is to the whole: a step is what its saga calls it, and a sub-saga is to its caller what it is as a
 * whole. One without a point of no return can be undone; one with such a point is the caller's pivot, or, where nothing
 * in it can be refused, as good as a retriable step.
 */
final class StatementKinds {

    private final Map<DeclaredName, Saga> sagas = new LinkedHashMap<>();
    private final Map<DeclaredName, List<Caller>> callers = new HashMap<>();
    private final Map<DeclaredName, Statement> undoable;
    private final Map<DeclaredName, Statement> withoutReturn;
    private final Map<DeclaredName, Statement> refusable;

    /** The kinds in the sagas of that model. */
    StatementKinds(SagaModel model) {
        model.sagas().forEach(saga -> sagas.putIfAbsent(saga.name(), saga));
        for (Saga saga : model.sagas()) {
            saga.statements()
                    .filter(SubSaga.class::isInstance)
                    .map(SubSaga.class::cast)
                    .forEach(run -> callers.computeIfAbsent(run.saga(), name -> new ArrayList<>())
                            .add(new Caller(saga, run)));
        }
        this.undoable = withCallers(saga -> first(saga, StatementKinds::isCompensatableStep));
        this.withoutReturn = withCallers(saga -> first(saga, StatementKinds::isStepWithoutReturn));
        this.refusable = withCallers(StatementKinds::refusal);
    }

    /** The saga that a statement runs. */
    Optional<Saga> inner(SubSaga run) {
        return Optional.ofNullable(sagas.get(run.saga()));
    }

    /** What a step or a sub-saga is; empty for all else, and for a sub-saga that is not known. */
    Optional<StepKind> of(Statement statement) {
        if (statement instanceof Step step) {
            return Optional.of(step.kind());
        }
        if (statement instanceof SubSaga run && sagas.containsKey(run.saga())) {
            if (!withoutReturn.containsKey(run.saga())) {
                return Optional.of(StepKind.COMPENSATABLE);
            }
            return Optional.of(refusable.containsKey(run.saga()) ? StepKind.PIVOT : StepKind.RETRIABLE);
        }
        return Optional.empty();
    }

    /** Whether it is the pivot, or a sub-saga that is one. */
    boolean isPivot(Statement statement) {
        return of(statement).filter(StepKind.PIVOT::equals).isPresent();
    }

    /** Whether there is no way back once it is done. */
    boolean isWithoutReturn(Statement statement) {
        return of(statement).filter(StepKind::isPointOfNoReturn).isPresent();
    }

    /** Whether it is undone when a later one is refused: a compensatable step, or a sub-saga that has such steps. */
    boolean isUndone(Statement statement) {
        boolean compensatable =
                of(statement).filter(StepKind.COMPENSATABLE::equals).isPresent();
        return compensatable && (!(statement instanceof SubSaga run) || undoable.containsKey(run.saga()));
    }

    /** The statement of the inner saga from which there is no way back; empty for what is no sub-saga. */
    Optional<Statement> pointOfNoReturnOf(Statement statement) {
        return statement instanceof SubSaga run ? Optional.ofNullable(withoutReturn.get(run.saga())) : Optional.empty();
    }

    /** The statement of the inner saga for which the whole of it may be refused. */
    Optional<Statement> refusalOf(SubSaga run) {
        return Optional.ofNullable(refusable.get(run.saga()));
    }

    private static boolean isCompensatableStep(Statement statement) {
        return statement instanceof Step step && step.kind() == StepKind.COMPENSATABLE;
    }

    private static boolean isStepWithoutReturn(Statement statement) {
        return statement instanceof Step step && step.kind().isPointOfNoReturn();
    }

    /** Whether the saga may turn back with that statement, where there is a way back. */
    boolean mayBeRefused(Statement statement) {
        return mayRefuse(statement, Before.NOTHING)
                || (statement instanceof SubSaga run && refusable.containsKey(run.saga()));
    }

    /** The first statement that may refuse its saga, those that it runs not counted. */
    private static Optional<Statement> refusal(Saga saga) {
        List<Statement> found = new ArrayList<>();
        Paths.walk(saga, (statement, before) -> {
            if (mayRefuse(statement, before)) {
                found.add(statement);
            }
        });
        return found.stream().findFirst();
    }

    /** A readonly step that is not answered counts as refused, unless there is no way back: it is asked on then. */
    private static boolean mayRefuse(Statement statement, Before before) {
        if (statement instanceof Step step) {
            return switch (step.kind()) {
                case COMPENSATABLE -> true;
                case PIVOT -> !step.call().operation().errors().isEmpty();
                case READONLY ->
                    before.first(StatementKinds::isStepWithoutReturn).isEmpty();
                case RETRIABLE -> false;
            };
        }
        if (statement instanceof Statement.Await await) {
            return await.within().isPresent() && await.otherwise().isEmpty();
        }
        return statement instanceof Statement.Fail;
    }

    private static Optional<Statement> first(Saga saga, Predicate<Statement> such) {
        return saga.statements().filter(such).findFirst();
    }

    /** The sagas with a statement of some kind, and those that run one of them, each with that statement. */
    private Map<DeclaredName, Statement> withCallers(Function<Saga, Optional<Statement>> own) {
        Map<DeclaredName, Statement> found = new LinkedHashMap<>();
        sagas.forEach((name, saga) -> own.apply(saga).ifPresent(statement -> found.put(name, statement)));
        Deque<DeclaredName> open = new ArrayDeque<>(found.keySet());
        while (!open.isEmpty()) {
            for (Caller caller : callers.getOrDefault(open.remove(), List.of())) {
                if (found.putIfAbsent(caller.saga().name(), caller.run()) == null) {
                    open.add(caller.saga().name());
                }
            }
        }
        return found;
    }

    private record Caller(Saga saga, SubSaga run) {}
}
