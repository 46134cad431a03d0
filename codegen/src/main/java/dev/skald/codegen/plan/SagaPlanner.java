package dev.skald.codegen.plan;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes plans of sagas. */
public final class SagaPlanner {

    private SagaPlanner() {}

    /**
     * The plans of all sagas that can be built; the others are reported.
     *
     * @param sagas among them those that others run
     */
    public static Result<List<SagaPlan>> plan(List<Saga> sagas) {
        return plan(sagas, sagas);
    }

    /**
     * The plans of all sagas that can be built; the others are reported.
     *
     * @param sagas to be planned
     * @param known they and all others that they may run
     */
    public static Result<List<SagaPlan>> plan(List<Saga> sagas, List<Saga> known) {
        Diagnostics diagnostics = new Diagnostics();
        SubSagas subSagas = new SubSagas(known);
        List<SagaPlan> plans = new ArrayList<>();
        for (Saga saga : sagas) {
            saga.pattern()
                    .ifPresent(pattern ->
                            plan(saga, pattern, subSagas, diagnostics).ifPresent(plans::add));
        }
        return new Result<>(List.copyOf(plans), diagnostics.sorted());
    }

    private static Optional<SagaPlan> plan(Saga saga, Pattern pattern, SubSagas subSagas, Diagnostics diagnostics) {
        List<Diagnostic> notBuilt = NotBuilt.in(saga);
        diagnostics.reportAll(notBuilt);
        return notBuilt.isEmpty() ? Optional.of(Lowerings.of(pattern).lower(saga, subSagas)) : Optional.empty();
    }
}
