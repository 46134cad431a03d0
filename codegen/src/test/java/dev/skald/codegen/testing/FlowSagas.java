package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.util.List;

/**
 * Sagas with all statements of flow, that tests run through what can happen in them. Conditions and lists are inputs,
 * so that a script can say what they are.
 */
public final class FlowSagas {

    /** The definition's text: each saga in both consistencies. */
    public static final String DEFINITION =
            """
            package com.acme.five

            record Ticket { number: string }

            record Approval { by: string }

            error Refused { why: string }

            error NotApproved {}

            participant shop {
              look(id: string): int throws Refused
              hold(id: string): Ticket throws Refused
              drop(number: string)
              reserve(id: string) throws Refused
              release(id: string)
              book(id: string): Ticket throws Refused
              cancel(id: string)
              capture(id: string) throws Refused irreversible
              send(id: string) irreversible
            }
            """ + saga("ChoiceEpic", "atomic", choice()) + saga("ChoiceFairyTale", "eventual", choice())
                    + saga("LoopEpic", "atomic", loop()) + saga("LoopFairyTale", "eventual", loop())
                    + saga("AtOnceEpic", "atomic", atOnce()) + saga("AtOnceFairyTale", "eventual", atOnce());

    private FlowSagas() {}

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

    /** What may be so in runs of one of its sagas, as far as that makes a difference to it. */
    public static List<Facts> facts(SagaPlan plan) {
        String name = plan.name().simpleName();
        if (name.startsWith("Choice")) {
            return List.of(
                    Facts.NONE,
                    Facts.NONE.where("express"),
                    Facts.NONE.where("insured").without("hint"),
                    Facts.NONE.without("approval"));
        }
        if (name.startsWith("Loop")) {
            return List.of(
                    Facts.NONE.where("items", 0),
                    Facts.NONE.where("items", 2).where("nights", 2),
                    Facts.NONE.where("nights", 3));
        }
        return List.of(
                Facts.NONE.where("nights", 2).where("items", 3),
                Facts.NONE.where("nights", 0).where("items", 0),
                Facts.NONE.where("insured"),
                Facts.NONE.where("nights", 3));
    }

    private static String saga(String name, String consistency, String steps) {
        return """
                saga %s(id: string, express: bool, insured: bool, items: list<string>, nights: list<string>): string
                    sync %s orchestrated
                    id id
                    defaults {
                      timeout 10m
                      retry { backoff 1h..1h }
                      compensation { timeout 10m  retry { backoff 1h..1h } }
                    }
                {
                %s
                }
                """.formatted(name, consistency, steps);
    }

    /** Choices, events and pauses; the pivot stands in a branch. */
    private static String choice() {
        return """
                  step reservation = shop.reserve(id)
                      compensate shop.release(id)
                  await approval: Approval within 30m else { fail NotApproved() }
                  if express {
                    step ticket = shop.hold(id)
                        state HOLDING
                        on unknown escalate
                        compensate shop.drop(ticket.number)
                  } else if insured {
                    wait 20m
                    step ticket = shop.book(id)
                        state BOOKING
                        compensate shop.cancel(id)
                  }
                  await hint: Approval within 40m else { readonly step look = shop.look(id)
                      on unknown compensate
                      retry { attempts 2 }
                  }
                  if ticket is present {
                    pivot step capture = shop.capture(ticket.number)
                  }
                  retriable step send = shop.send(id)
                  if hint is present { return hint.by }
                  return "done"
                """;
    }

    /** A loop within a loop. */
    private static String loop() {
        return """
                  for item in items max 2 {
                    step reservation = shop.reserve(item)
                        compensate shop.release(item)
                    for night in nights max 2 {
                      step ticket = shop.hold(night)
                          state HOLDING
                          on unknown escalate
                          compensate shop.drop("${ticket.number} ${item}")
                    }
                  }
                  pivot step capture = shop.capture("${ticket.size}")
                  return "done"
                """;
    }

    /** Branches, and rounds, at the same time. */
    private static String atOnce() {
        return """
                  step reservation = shop.reserve(id)
                      compensate shop.release(id)
                  parallel {
                    branch {
                      step ticket = shop.book(id)
                          state BOOKING
                          compensate shop.cancel(id)
                      if insured { fail NotApproved() }
                      step insurance = shop.book(ticket.number)
                          compensate shop.cancel(ticket.number)
                    }
                    branch {
                      for parallel night in nights max 2 {
                        step room = shop.hold(night)
                            on unknown escalate
                            compensate shop.drop(room.number)
                      }
                    }
                  }
                  pivot step capture = shop.capture("${ticket.number} ${room.size}")
                  for parallel item in items max 3 concurrency 2 {
                    retriable step send = shop.send(item)
                  }
                  return insurance.number
                """;
    }
}
