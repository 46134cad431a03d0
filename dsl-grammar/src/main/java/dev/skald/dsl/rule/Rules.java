package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/** All rules, in one list. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new CompensationMissing(),
            new CompensationUnknownOperation(),
            new CompensationInputNotAvailable(),
            new CompensationUnknownOutcome(),
            new CompensationNotAllowed(),
            new CompensationIrreversible(),
            new UnknownNotAllowed(),
            new AtomicNeedsCompensation(),
            new PivotSeveral(),
            new PivotOrder(),
            new RetriableCanFail());

    private Rules() {}

    /** What the sagas of a model break, by file and place. */
    public static List<Diagnostic> check(SagaModel model) {
        Diagnostics diagnostics = new Diagnostics();
        model.sagas().forEach(saga -> ALL.forEach(rule -> rule.check(saga, model, diagnostics)));
        return diagnostics.sorted();
    }
}
