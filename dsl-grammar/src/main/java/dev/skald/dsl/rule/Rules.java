package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/** All rules, in one list. */
public final class Rules {

    private Rules() {}

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
                new AntiPattern(),
                new CompensationNotRun(),
                new CompensationOrderLost(),
                new CompensationSameCall(),
                new PivotCannotRefuse(),
                new IrreversibleEarly(kinds),
                new UnknownProbe());
    }

    /** What the sagas of a model break, by file and place. */
    public static List<Diagnostic> check(SagaModel model) {
        Diagnostics diagnostics = new Diagnostics();
        List<Rule> rules = all(model);
        model.sagas().forEach(saga -> rules.forEach(rule -> rule.check(saga, model, diagnostics)));
        return diagnostics.sorted();
    }
}
