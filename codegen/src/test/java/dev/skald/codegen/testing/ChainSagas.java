package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Pattern;
import java.util.List;

/** One chain of four steps, in each of the four choreographed patterns. */
public final class ChainSagas {

    private static final String DEFINITION = """
            package com.acme
            record Ticket { number: string }
            error Refused {}
            participant desk queue "front desk" {
              hold(id: string): Ticket throws Refused
              drop(id: string)
            }
            participant gifts {
              wrap(number: string): Ticket throws Refused
              unwrap(number: string)
            }
            participant bank {
              pay(id: string) throws Refused
            }
            participant mail {
              send(number: string) irreversible
              setStatus(id: string, state: string)
            }
            saga S(id: string, express: bool)%s
                %s
                on state change mail.setStatus(id, state)
            {
              step ticket = desk.hold(id)
                  state HOLDING
                  compensate desk.drop(id)
              if express {
                step gift = gifts.wrap(ticket.number)
                    on unknown escalate
                    compensate gifts.unwrap(gift.number)
              }
              pivot step pay = bank.pay(id)
              retriable step send = mail.send(ticket.number)
              %s
            }
            """;

    private ChainSagas() {}

    /** The plan of the chain. */
    public static SagaPlan plan(Pattern pattern) {
        boolean answers = pattern != Pattern.ANTHOLOGY;
        String header = pattern == Pattern.HORROR_STORY
                ? pattern.words() + " accept pattern.anti-pattern because \"a test\""
                : pattern.words();
        Result<List<SagaPlan>> plans = SagaPlanner.plan(Definitions.model(
                        DEFINITION.formatted(answers ? ": string" : "", header, answers ? "return ticket.number" : ""))
                .sagas());
        assertThat(plans.diagnostics()).isEmpty();
        return plans.value().get(0);
    }
}
