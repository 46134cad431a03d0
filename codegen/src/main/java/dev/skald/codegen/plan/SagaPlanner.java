package dev.skald.codegen.plan;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import java.util.ArrayList;
import java.util.Arrays;
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
        Optional<Lowering> lowering = Lowerings.of(pattern);
        if (lowering.isEmpty()) {
            diagnostics.report(notBuilt(saga, pattern));
        }
        List<Diagnostic> notBuilt = NotBuilt.in(saga);
        diagnostics.reportAll(notBuilt);
        return lowering.filter(found -> notBuilt.isEmpty()).map(found -> found.lower(saga, subSagas));
    }

    private static String built() {
        List<String> built = Arrays.stream(Pattern.values())
                .filter(pattern -> Lowerings.of(pattern).isPresent())
                .map(pattern -> "the " + pattern.title() + " (`" + pattern.words() + "`)")
                .toList();
        int last = built.size() - 1;
        return String.join(", ", built.subList(0, last)) + " and " + built.get(last);
    }

    private static Diagnostic notBuilt(Saga saga, Pattern pattern) {
        return Diagnostic.of(
                        DiagnosticId.LANGUAGE_NOT_BUILT,
                        saga.location(),
                        "the pattern " + pattern.title() + " (`" + pattern.words() + "`) is not built yet")
                .withHelp("it is part of the language, but this version of Skald generates only " + built());
    }
}
