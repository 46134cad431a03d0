package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/**
 * A chain of five links in each of the four choreographed patterns, that tests run through what can happen in it. What
 * is asked again is asked an hour later, so that tests decide when that is.
 */
public final class FiveLinks {

    /** The definition's text. */
    public static final String DEFINITION =
            """
            package com.acme.five

            record Ticket { number: string }

            error Refused { why: string }

            participant shop {
              hold(id: string): Ticket throws Refused
              drop(number: string)
              reserve(id: string): Ticket throws Refused
              release(id: string)
              book(number: string) throws Refused
              cancel(number: string)
              capture(id: string) throws Refused irreversible
              send(id: string) irreversible
            }
            """ + saga(Pattern.PHONE_TAG) + saga(Pattern.TIME_TRAVEL) + saga(Pattern.HORROR_STORY)
                    + saga(Pattern.ANTHOLOGY);

    private FiveLinks() {}

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

    /** What may be so in runs of its sagas, as far as that makes a difference to them. */
    public static List<Facts> facts() {
        return List.of(Facts.NONE, Facts.NONE.where("insured"));
    }

    private static String saga(Pattern pattern) {
        boolean answers = pattern != Pattern.ANTHOLOGY;
        return """
                saga %s(id: string, insured: bool)%s
                    %s%s
                    id id
                    defaults {
                      timeout 10m
                      retry { backoff 1h..1h }
                      compensation { timeout 10m  retry { backoff 1h..1h } }
                    }
                {
                  step reservation = shop.reserve(id)
                      compensate shop.release(id)
                  if insured {
                    step hold = shop.hold(id)
                        on unknown escalate
                        compensate shop.drop(hold.number)
                  }
                  step shipment = shop.book(reservation.number)
                      compensate shop.cancel(reservation.number)
                  pivot step capture = shop.capture(id)
                  retriable step send = shop.send(id)
                  %s
                }
                """.formatted(
                        pattern.title().replace(" ", ""),
                        answers ? ": string" : "",
                        pattern.words(),
                        pattern == Pattern.HORROR_STORY ? " accept pattern.anti-pattern because \"a test\"" : "",
                        answers ? "return \"done\"" : "");
    }
}
