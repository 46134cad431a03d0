package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import java.util.List;

/** Orchestrated sagas that call steps at once, made of a few lines. */
public final class AsyncSagas {

    private static final String PARTICIPANTS = """
            package com.acme
            record Ticket { number: string }
            error Refused {}
            error NotApproved {}
            participant shop {
              hold(id: string): Ticket throws Refused
              book(number: string): Ticket throws Refused
              reserve(id: string) throws Refused
              cancel(id: string)
              look(id: string): int throws Refused
              pay(id: string) throws Refused
              send(id: string) irreversible
              setStatus(id: string, state: string)
            }
            """;

    private AsyncSagas() {}

    /** The plan of a Fantasy Fiction with these clauses in its header and these steps. */
    public static SagaPlan fantasyFiction(String clauses, String steps) {
        return plan("fantasy-fiction accept pattern.anti-pattern because \"a test\" " + clauses, steps);
    }

    /** The plan of a Parallel with these clauses in its header and these steps. */
    public static SagaPlan parallel(String clauses, String steps) {
        return plan("parallel " + clauses, steps);
    }

    private static SagaPlan plan(String header, String steps) {
        Result<List<SagaPlan>> plans = SagaPlanner.plan(Definitions.model(PARTICIPANTS
                        + "saga S(id: string, express: bool, items: list<string>)\n" + header + "\n{\n" + steps + "\n}")
                .sagas());
        assertThat(plans.diagnostics()).isEmpty();
        return plans.value().get(0);
    }
}
