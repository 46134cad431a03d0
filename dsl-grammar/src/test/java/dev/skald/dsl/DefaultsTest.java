package dev.skald.dsl;

import static dev.skald.dsl.model.CallLimits.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose default holds where a call or an undo leaves something open. */
final class DefaultsTest {

    private static final String FILE = "defaults { timeout 1s  deadline 1m  heartbeat 100ms"
            + "  retry { attempts 3  backoff 1s..2s  factor 3 }  compensation { timeout 7s } }";

    @Test
    void theNearestDefaultWinsFieldByField() {
        String participant = "defaults { timeout 2s  deadline 2m  retry { factor 4 } }";
        String saga = "defaults { timeout 3s }";

        assertThat(limits(FILE, participant, saga, "step p.go() timeout 4s compensate p.undo()"))
                .satisfies(limits -> {
                    assertThat(limits.timeout()).contains(Duration.ofSeconds(4));
                    assertThat(limits.deadline()).contains(Duration.ofMinutes(2));
                    assertThat(limits.heartbeat()).contains(Duration.ofMillis(100));
                    assertThat(limits.attempts()).contains(3);
                    assertThat(limits.firstInterval()).contains(Duration.ofSeconds(1));
                    assertThat(limits.longestInterval()).contains(Duration.ofSeconds(2));
                    assertThat(limits.factor()).contains(4.0);
                });
        assertThat(limits(FILE, participant, saga, "step p.go() compensate p.undo()")
                        .timeout())
                .as("of the saga before those of the participant and the file")
                .contains(Duration.ofSeconds(3));
        assertThat(limits(FILE, participant, "", "step p.go() compensate p.undo()")
                        .timeout())
                .as("of the participant before those of the file")
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void theDefaultsOfAnotherParticipantDoNotHold() {
        assertThat(limits(
                        "",
                        "defaults { timeout 2s  compensation { timeout 3s } }",
                        "",
                        "step q.go() compensate q.undo()"))
                .isEqualTo(CallLimits.NONE);
    }

    @Test
    void whatHoldsForStepsDoesNotReachUndos() {
        CallLimits undo = undoLimits(FILE, "defaults { retry { attempts 9 } }", "step p.go() compensate p.undo()");

        assertThat(undo.timeout()).contains(Duration.ofSeconds(7));
        assertThat(undo.attempts()).isEmpty();
        assertThat(undo.deadline()).isEmpty();
        assertThat(undo.heartbeat()).isEmpty();
        assertThat(undo.firstInterval()).isEmpty();
        assertThat(undo.factor()).isEmpty();
    }

    @Test
    void undosHaveDefaultsOfTheirOwnFieldByField() {
        CallLimits undo = undoLimits(
                FILE,
                "defaults { compensation { retry { attempts unlimited  backoff 1s..5m } } }",
                "step p.go() compensate p.undo() { retry { backoff 2s..1h } }");

        assertThat(undo.timeout()).contains(Duration.ofSeconds(7));
        assertThat(undo.attempts()).contains(UNLIMITED);
        assertThat(undo.firstInterval()).contains(Duration.ofSeconds(2));
        assertThat(undo.longestInterval()).contains(Duration.ofHours(1));
    }

    @Test
    void noDefaultBoundsAPivotOrARetriableStep() {
        for (String kind : List.of("pivot", "retriable")) {
            CallLimits limits = limits(
                    FILE,
                    "defaults { deadline 2m  retry { attempts 2 } }",
                    "defaults { deadline 3m  retry { attempts 3 } }",
                    kind + " step p.go()");

            assertThat(limits.deadline()).as(kind).isEmpty();
            assertThat(limits.attempts()).as(kind).isEmpty();
            assertThat(limits.timeout()).as(kind).contains(Duration.ofSeconds(1));
            assertThat(limits.longestInterval()).as(kind).contains(Duration.ofSeconds(2));
        }
        assertThat(limits(FILE, "", "", "pivot step p.go() retry { attempts 7 } deadline 9m"))
                .as("what it says itself bounds it")
                .satisfies(limits -> {
                    assertThat(limits.attempts()).contains(7);
                    assertThat(limits.deadline()).contains(Duration.ofMinutes(9));
                });
    }

    @Test
    void aPlaceIsThatOfTheFieldThatHolds() {
        CallLimits limits = limits(FILE, "", "", "step p.go() timeout 4s compensate p.undo()");

        assertThat(limits.places().timeout())
                .hasValueSatisfying(place -> assertThat(place.line()).isEqualTo(5));
        assertThat(limits.places().deadline())
                .hasValueSatisfying(place -> assertThat(place.line()).isEqualTo(2));
        assertThat(limits(FILE, "", "", "pivot step p.go()").places().attempts())
                .as("nothing bounds it")
                .isEmpty();
    }

    private static CallLimits limits(String file, String participant, String saga, String step) {
        return step(file, participant, saga, step).limits();
    }

    private static CallLimits undoLimits(String file, String saga, String step) {
        return step(file, "", saga, step).undo().map(Compensation.Undo::limits).orElseThrow();
    }

    private static Step step(String file, String participant, String saga, String step) {
        String text = "package com.acme\n" + file + "\nparticipant p { " + participant
                + " go() undo() } participant q { go() undo() }\nsaga S() epic " + saga + " {\n" + step + "\n}\n";
        Result<SagaModel> result =
                DefinitionCompiler.compile(List.of(new Result<>(new SourceFile("a.saga", text), List.of())));
        assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
        return result.value().sagas().get(0).steps().get(0);
    }
}
