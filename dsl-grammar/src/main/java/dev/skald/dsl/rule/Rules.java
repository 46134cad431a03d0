package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/** All rules, in one list. */
public final class Rules {

    /**
     * What only a definition without errors is asked: what looks unused may be used by what could not be read, and
     * nobody wants advice on a saga that is not right yet.
     */
    private static final List<Rule> WHERE_ALL_IS_RIGHT = List.of(new UnusedResult(), new PatternAdvice());

    private Rules() {}

    /**
     * What is to be said of a model: what was found while it was made, what its sagas break, and, where there is no
     * error, what is unused and what may be done better; without what is accepted, which is kept apart.
     *
     * @param model as far as it could be made
     * @param earlier what was found while it was made
     */
    public static Result<SagaModel> check(SagaModel model, List<Diagnostic> earlier) {
        Acceptor acceptor = new Acceptor(model);
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(earlier);
        diagnostics.reportAll(acceptor.leave(breaches(model, all(model))));
        acceptor.reportMistakes(diagnostics);
        if (!diagnostics.hasErrors()) {
            diagnostics.reportAll(acceptor.leave(breaches(model, WHERE_ALL_IS_RIGHT)));
            UnusedDeclarations.report(model, diagnostics);
            acceptor.reportUnused(diagnostics);
        }
        return new Result<>(model, diagnostics.sorted(), acceptor.accepted());
    }

    private static List<Rule> all(SagaModel model) {
        StatementKinds kinds = new StatementKinds(model);
        return List.of(
                new CompensationMissing(),
                new CompensationUnknownOperation(),
                new CompensationInputNotAvailable(),
                new CompensationUnknownOutcome(),
                new CompensationNotAllowed(),
                new CompensationIrreversible(),
                new UnknownNotAllowed(kinds),
                new AtomicNeedsCompensation(),
                new PivotSeveral(),
                new PivotOrder(kinds),
                new PivotStraddled(kinds),
                new RetriableCanFail(kinds),
                new FailAfterPivot(kinds),
                new AwaitAfterPivot(kinds),
                new AwaitWithoutTimeout(kinds),
                new AwaitInLoop(),
                new ReturnInBranch(),
                new LoopUnbounded(),
                new AfterNoEffect(),
                new SubsagaRecursive(new RunCycles(model, kinds)),
                new SubsagaPattern(kinds),
                new SubsagaPivot(kinds),
                new TooComplexForChoreography(),
                new NoDeadline(),
                new LinkElsewhere(),
                new AntiPattern(),
                new CompensationNotRun(),
                new CompensationOrderLost(),
                new CompensationSameCall(),
                new PivotCannotRefuse(),
                new IrreversibleEarly(kinds),
                new UnknownProbe(),
                new AttemptLongerThanDeadline(),
                new LongerThanTheSaga(),
                new RetryUnboundedInAtomic(),
                new HistoryTooLong(),
                new SensitiveId());
    }

    private static List<Diagnostic> breaches(SagaModel model, List<Rule> rules) {
        Diagnostics diagnostics = new Diagnostics();
        model.sagas().forEach(saga -> rules.forEach(rule -> rule.check(saga, model, diagnostics)));
        return diagnostics.sorted();
    }
}
