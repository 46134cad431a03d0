package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/**
 * Sagas of five steps, that tests run through all that can happen in them. What is asked again is asked an hour later,
 * so that tests decide when that is.
 */
public final class FiveSteps {

    /** The definition's text: each saga in both consistencies. */
    public static final String DEFINITION =
            """
            package com.acme.five

            record Ticket { number: string }

            error Refused { why: string }

            participant shop {
              look(id: string): int throws Refused
              hold(id: string): Ticket throws Refused
              drop(number: string)
              reserve(id: string) throws Refused
              release(id: string)
              authorize(id: string): Ticket throws Refused
              voidAuthorization(id: string)
              book(id: string) throws Refused
              cancel(id: string)
              capture(id: string) throws Refused irreversible
              close(id: string) irreversible
              send(id: string) irreversible
            }
            """ + saga("PlainEpic", "atomic", plain()) + saga("PlainFairyTale", "eventual", plain())
                    + saga("MixedEpic", "atomic", mixed()) + saga("MixedFairyTale", "eventual", mixed());

    private FiveSteps() {}

    /** The model of the definition. */
    public static SagaModel model() {
        return Definitions.model(DEFINITION);
    }

    /** The plans of its sagas. */
    public static List<SagaPlan> plans() {
        Result<List<SagaPlan>> plans = SagaPlanner.plan(model().sagas());
        assertThat(plans.diagnostics()).isEmpty();
        return plans.value();
    }

    /** The plan of one of its sagas. */
    public static SagaPlan plan(String saga) {
        return plans().stream()
                .filter(plan -> plan.name().simpleName().equals(saga))
                .findFirst()
                .orElseThrow();
    }

    private static String saga(String name, String consistency, String steps) {
        return """
                saga %s(id: string): string
                    sync %s orchestrated
                    id id
                    defaults {
                      timeout 10m
                      retry { backoff 1h..1h }
                      compensation { timeout 10m  retry { backoff 1h..1h } }
                    }
                {
                %s
                  return "done"
                }
                """.formatted(name, consistency, steps);
    }

    /** Nothing written but what must be. */
    private static String plain() {
        return """
                  step reservation = shop.reserve(id)
                      compensate shop.release(id)
                  step authorization = shop.authorize(id)
                      state CHECKING_PAYMENT
                      compensate shop.voidAuthorization(id)
                  step shipment = shop.book(id)
                      compensate shop.cancel(id)
                  pivot step capture = shop.capture(id)
                      state CAPTURING
                  retriable step send = shop.send(id)
                """;
    }

    /** What the plain one does not have: an escalating and a readonly step, bounded and unbounded undos. */
    private static String mixed() {
        return """
                  readonly step look = shop.look(id)
                      retry { attempts 2 }
                      on unknown compensate
                  step hold = shop.hold(id)
                      state HOLDING
                      on unknown escalate
                      compensate shop.drop(hold.number) {
                        retry { attempts 3 }
                        on exhausted pause
                      }
                  step shipment = shop.book(id)
                      on unknown compensate
                      compensate shop.cancel(id) {
                        retry { attempts unlimited }
                      }
                  pivot step close = shop.close(id)
                  retriable step send = shop.send(id)
                """;
    }
}
