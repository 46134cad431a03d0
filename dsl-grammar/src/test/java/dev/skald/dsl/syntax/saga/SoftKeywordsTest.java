package dev.skald.dsl.syntax.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.StepClauses;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds where a keyword is a name, and where it is none: first on its line in a saga it begins something. */
final class SoftKeywordsTest {

    private static final List<String> KEYWORDS = IntStream.rangeClosed(1, SagaLexer.VOCABULARY.getMaxTokenType())
            .filter(Words::isKeyword)
            .mapToObj(Words::written)
            .filter(word -> !List.of("not", "true", "false").contains(word))
            .toList();

    @TestFactory
    Stream<DynamicTest> everyKeywordCanNameAnything() {
        return KEYWORDS.stream().map(word -> dynamicTest(word, () -> canNameAnything(word)));
    }

    private static void canNameAnything(String word) {
        String text = """
                package com.%1$s
                import com.%1$s.*
                record %1$s {
                  a: string
                  %1$s: %1$s
                  %1$s: list<%1$s>?
                }
                enum %1$s { %1$s, %1$s }
                error %1$s { %1$s: %1$s, %1$s: int }
                extern java com.%1$s as %1$s
                participant %1$s {
                  %1$s(
                    %1$s: %1$s,
                    a: int
                  ): %1$s throws %1$s
                  %1$s(%1$s: int)
                }
                saga %1$s(%1$s: %1$s,
                    %1$s: int): %1$s
                    sync atomic orchestrated
                    id %1$s.%1$s
                {
                  step %1$s = %1$s.%1$s(%1$s, %1$s: 1,
                      %1$s: %1$s.%1$s)
                      state %1$s
                      after %1$s, %1$s
                      compensate %1$s.%1$s(%1$s.
                        %1$s
                        .%1$s)
                  await %1$s: %1$s within 1m else { fail %1$s(%1$s) }
                  if a == %1$s.x and not (%1$s.x) {
                    run %1$s = %1$s(%1$s.x)
                  }
                  for %1$s in %1$s max 3 {
                    step %1$s.%1$s("${%1$s.x}")
                  }
                  return %1$s(%1$s: [%1$s.x, F(%1$s)])
                }
                """.formatted(word);

        assertThat(Sources.findings(text)).isEmpty();
        assertThat(Sources.declarations(text))
                .extracting(Declaration::name)
                .extracting(Name::text)
                .containsOnly(word);
    }

    @Test
    void wordsOfClausesNameFields() {
        Declaration.Record message =
                (Declaration.Record) Sources.declarations("""
                record Order {
                  step: int
                  state: string sensitive
                  sensitive: bool
                  retry: int, timeout: duration
                  version: int deadline: instant
                }
                """).get(0);

        assertThat(message.fields())
                .extracting(Field::name)
                .extracting(Name::text)
                .containsExactly("step", "state", "sensitive", "retry", "timeout", "version", "deadline");
        assertThat(message.fields())
                .extracting(Field::sensitive)
                .containsExactly(false, true, false, false, false, false, false);
    }

    @Test
    void wordsOfOperationsNameOperations() {
        Declaration.Participant participant =
                (Declaration.Participant) Sources.declarations("""
                participant billing {
                  compensate(id: uuid) irreversible
                  irreversible(id: uuid) throws Refused
                  throws(a: int)
                  defaults(a: int)
                  defaults { timeout 1s }
                  as(a: int) as "As"
                }
                """).get(0);

        assertThat(participant.operations())
                .extracting(Operation::name)
                .extracting(Name::text)
                .containsExactly("compensate", "irreversible", "throws", "defaults", "as");
        assertThat(participant.operations().get(0).irreversible()).isTrue();
        assertThat(participant.operations().get(1).irreversible()).isFalse();
        assertThat(participant.defaults()).isPresent();
    }

    @Test
    void aKeywordBeforeAColonIsAnArgumentsNameAtTheBeginningOfALineToo() {
        Statement.Return result = (Statement.Return) Sources.statement("""
                return Order(
                    state: a,
                    step: b, retry: c,
                    version: d)
                """);

        assertThat(((Expression.Construction) result.value()).arguments())
                .extracting(Argument::name)
                .flatMap(name -> name.map(Name::text).stream().toList())
                .containsExactly("state", "step", "retry", "version");
    }

    @Test
    void aKeywordBehindADotIsPartOfAPathAtTheBeginningOfALineToo() {
        Statement.Return result = (Statement.Return) Sources.statement("""
                return order
                    .state.
                    step
                    .retry
                """);

        assertThat(((Expression.Path) result.value()).name().text()).isEqualTo("order.state.step.retry");
    }

    @Test
    void severalClausesStandOnOneLine() {
        StepClauses clauses = ((Statement.Step) Sources.statement(
                        "step a = b.c() state timeout timeout 1s deadline 2s on unknown compensate compensate b.d()"))
                .clauses();

        assertThat(clauses.moment())
                .hasValueSatisfying(moment -> assertThat(moment.name().text()).isEqualTo("timeout"));
        assertThat(clauses.limits().timeout()).isPresent();
        assertThat(clauses.limits().deadline()).isPresent();
        assertThat(clauses.onUnknown()).isPresent();
        assertThat(clauses.compensation()).isPresent();
    }

    @TestFactory
    Stream<DynamicTest> aForgottenNameDoesNotSwallowTheNextLine() {
        return Stream.of(
                        "state\ntimeout 1s",
                        "after\ndeadline 1s",
                        "after x,\ndeadline 1s",
                        "on unknown\ncompensate b.d()",
                        "on unknown probe\ncompensate b.d()",
                        "compensate\non unknown compensate",
                        "accept\nstate X",
                        "no compensation because\nstate X",
                        "retry { attempts\nbackoff 1s }",
                        "retry\nstate X",
                        "timeout\ndeadline 1s")
                .map(clauses -> dynamicTest(clauses.replace('\n', '/'), () -> {
                    String text = "saga X() epic {\n  step a = b.c()\n" + clauses + "\n  step d = e.f()\n}";

                    assertThat(Sources.findings(text)).hasSize(1);
                    assertThat(secondLineIsRead(text, clauses)).isTrue();
                }));
    }

    /** Whether the clause of the second line is there, and the statement behind it too. */
    private static boolean secondLineIsRead(String text, String clauses) {
        Declaration.Saga saga =
                (Declaration.Saga) Sources.parse(text).value().declarations().get(0);
        StepClauses read = ((Statement.Step) saga.body().get(0)).clauses();
        String second = clauses.substring(clauses.indexOf('\n') + 1);
        boolean isRead = second.startsWith("state")
                ? read.moment().isPresent()
                : second.startsWith("compensate")
                        ? read.compensation().isPresent()
                        : second.startsWith("on unknown")
                                ? read.onUnknown().isPresent()
                                : second.startsWith("backoff")
                                        ? read.limits().retry().isPresent()
                                        : read.limits().timeout().isPresent()
                                                || read.limits().deadline().isPresent();
        return isRead && saga.body().size() == 2;
    }

    @Test
    void aForgottenValueInTheHeadDoesNotSwallowTheNextLine() {
        String text = "saga X()\n  sync atomic orchestrated\n  id\n  fairy-tale\n  version\n  deadline 1m\n{\n}";

        Declaration.Saga saga =
                (Declaration.Saga) Sources.parse(text).value().declarations().get(0);

        assertThat(Sources.findings(text))
                .extracting(Diagnostic::message)
                .containsExactly("a value is missing after `id`", "a whole number is missing after `version`");
        assertThat(saga.header().pattern()).map(Name::text).contains("fairy-tale");
        assertThat(saga.header().deadline()).isPresent();
    }

    @Test
    void theNamesOfThePatternsAreSubtractionsElsewhere() {
        Statement.Return result = (Statement.Return) Sources.statement("return phone-tag");

        assertThat(result.value()).isInstanceOf(Expression.Binary.class);
    }
}
