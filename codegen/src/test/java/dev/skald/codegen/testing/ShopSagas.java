package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sagas of a shop that has an operation for each kind of step. */
public final class ShopSagas {

    private static final String PARTICIPANTS = """
            package com.acme
            error Refused {}
            participant shop {
              book(id: uuid) throws Refused
              cancel(id: uuid)
              look(id: uuid): int
              pay(id: uuid) throws Refused
              send(id: uuid) irreversible
            }
            """;

    private ShopSagas() {}

    /** The plan of the first saga in a text that declares no participants. */
    public static SagaPlan plan(String saga) {
        return planOf(model(saga));
    }

    /** The model of a text that declares no participants. */
    public static SagaModel model(String saga) {
        return Definitions.model(PARTICIPANTS + saga);
    }

    /** The plan of the design's own example. */
    public static SagaPlan placeOrder() throws IOException {
        return planOf(Definitions.modelAt(Path.of("src/test/resources/golden/place-order")));
    }

    private static SagaPlan planOf(SagaModel model) {
        Result<List<SagaPlan>> result = SagaPlanner.plan(model.sagas());
        assertThat(result.diagnostics()).isEmpty();
        return result.value().get(0);
    }
}
