package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Tree.path;
import static dev.skald.dsl.syntax.yaml.Tree.said;
import static dev.skald.dsl.syntax.yaml.Yaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a definition where something in it is wrong: all the rest. */
final class RecoveryTest {

    @Test
    void aKeyThatIsNearlyRightIsTakenForTheRightOne() {
        DefinitionFile file = Yaml.parse("recrods: { Order: { id: uuid } }").value();

        assertThat(names(file)).containsExactly("Order");
        assertThat(file.incomplete()).isFalse();
    }

    @Test
    void aKeyThatNobodyKnowsMayHaveHadAnything() {
        assertThat(Yaml.parse("something: { Order: { id: uuid } }").value().incomplete())
                .isTrue();
    }

    @Test
    void whatCannotBeReadKeepsItsName() {
        DefinitionFile file = Yaml.parse("""
                        records: { Order: [id] }
                        errors: { Gone: 1 }
                        participants: { billing: [capture] }
                        sagas: { PlaceOrder: none }
                        """).value();

        assertThat(names(file)).containsExactly("Order", "Gone", "billing", "PlaceOrder");
        assertThat(file.incomplete()).isFalse();
        assertThat(((Declaration.Record) file.declarations().get(0)).incomplete())
                .isTrue();
        assertThat(((Declaration.BusinessError) file.declarations().get(1)).incomplete())
                .isTrue();
        assertThat(((Declaration.Participant) file.declarations().get(2)).incomplete())
                .isTrue();
        assertThat(((Declaration.Saga) file.declarations().get(3)).incomplete()).isTrue();
    }

    @Test
    void whatCannotKeepItsNameLeavesTheFileIncomplete() {
        for (String text : List.of("enums: { Cabin: {} }", "extern: { Money: }", "records: []", "records: *alias")) {
            assertThat(Yaml.parse(text).value().incomplete()).as(text).isTrue();
        }
    }

    @Test
    void aFieldKeepsItsNameWithoutItsType() {
        Declaration.Record record =
                (Declaration.Record) Yaml.parse("records: { Order: { id: , sku: [a], note: \"list<\", good: int } }")
                        .value()
                        .declarations()
                        .get(0);

        assertThat(record.fields())
                .extracting(field -> field.name().text())
                .containsExactly("id", "sku", "note", "good");
        assertThat(record.fields().subList(0, 3)).allMatch(field -> field.type() instanceof TypeName.Broken);
        assertThat(record.incomplete()).isFalse();
    }

    @Test
    void anOperationWithoutReadableInputIsLeftOutAndMissed() {
        Declaration.Participant participant = (Declaration.Participant)
                Yaml.parse("participants: { p: { operations: { a: { input: [x] }, b: { parameters: {} }, c: {} } } }")
                        .value()
                        .declarations()
                        .get(0);

        assertThat(participant.operations())
                .extracting(operation -> operation.name().text())
                .containsExactly("c");
        assertThat(participant.incomplete()).isTrue();
    }

    @Test
    void aStepKeepsItsNameWithoutItsCallAndDoesNotHideTheNext() {
        Declaration.Saga saga = saga("""
                sagas:
                  S:
                    steps:
                      - step: one
                        call: nothing
                      - step: two
                        call: a.b
                        with: [x]
                      - step: three
                        call: a.b
                        arguments: { x: y }
                      - step: four
                        call: a.b
                        kind: unheard
                      - step: five
                        call: a.b
                """);

        assertThat(saga.body())
                .extracting(statement ->
                        ((Statement.Step) statement).name().map(Name::text).orElse(""))
                .containsExactly("one", "two", "three", "four", "five");
        assertThat(saga.body())
                .extracting(statement -> ((Statement.Step) statement).call().isPresent())
                .containsExactly(false, false, false, false, true);
        assertThat(saga.incomplete()).isFalse();
    }

    @Test
    void aStatementThatIsLeftOutLeavesItsSagaIncomplete() {
        for (String statement :
                List.of("text", "wait: soon", "run: x", "fail: ", "for: \n  in: a\n  do: []", "parallel: [a]")) {
            Declaration.Saga saga =
                    saga("sagas:\n  S:\n    steps:\n" + ("- " + statement.replace("\n", "\n  ")).indent(6));
            assertThat(saga.incomplete()).as(statement).isTrue();
        }
    }

    @Test
    void aSagaWhoseInputCannotBeReadIsIncomplete() {
        assertThat(saga("sagas: { S: { input: [order], steps: [] } }").incomplete())
                .isTrue();
        assertThat(saga("sagas: { S: { inputs: { order: Order }, steps: [] } }").incomplete())
                .isFalse();
    }

    @Test
    void anArgumentKeepsItsNameWithoutItsValue() {
        Statement.Step step =
                (Statement.Step) saga("sagas: { S: { steps: [{ call: a.b, with: { x: , y: \"${\", z: ok } }] } }")
                        .body()
                        .get(0);

        assertThat(step.call().orElseThrow().arguments())
                .extracting(argument -> argument.name().orElseThrow().text())
                .containsExactly("x", "y", "z");
        assertThat(step.call().orElseThrow().arguments().subList(0, 2))
                .allMatch(argument -> argument.value() instanceof Expression.Broken);
    }

    @Test
    void aValueThatWantsQuotesIsReadAsItIsMeant() {
        Statement.Step step =
                (Statement.Step) saga("sagas: { S: { steps: [{ call: a.b, with: { x: ${order.id} } }] } }")
                        .body()
                        .get(0);

        assertThat(said(step.call().orElseThrow().arguments().get(0).value())).isEqualTo(said(path("order.id")));
        assertThat(step.call().orElseThrow().arguments().get(0).location()).isEqualTo(at(1, 44, 58));
    }

    @Test
    void theLineIsShownWithItsQuotes() {
        assertThat(Yaml.parse("x:\n  with: { a: ${b}, c: [${d}] }\n").diagnostics())
                .filteredOn(found -> found.id().code().equals("syntax.yaml-quote"))
                .extracting(found -> found.help().orElseThrow())
                .containsExactly(
                        "in quotes it reads: with: { a: \"${b}\", c: [\"${d}\"] }",
                        "in quotes it reads: with: { a: \"${b}\", c: [\"${d}\"] }");
        assertThat(help("x: \"${a ?? \"b\"}\"")).isEqualTo("in quotes it reads: x: '${a ?? \"b\"}'");
        assertThat(help("x: ${a + \" #\"}  # why")).isEqualTo("in quotes it reads: x: '${a + \" #\"}'  # why");
    }

    @Test
    void aFileThatIsNoYamlIsIncomplete() {
        Result<DefinitionFile> result = Yaml.parse("records: [");

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.value().incomplete()).isTrue();
        assertThat(result.value().declarations()).isEmpty();
    }

    @Test
    void aMistakeInAnExpressionIsAtItsOwnPlaceInEveryStyle() {
        assertThat(wrongCharacter("${a §}")).isEqualTo(at(4, 13, 14));
        assertThat(wrongCharacter("'it''s ${a §}'")).isEqualTo(at(4, 20, 21));
        assertThat(wrongCharacter("\"\\t\\u0041${a §}\"")).isEqualTo(at(4, 22, 23));
        assertThat(wrongCharacter("|\n      one\n      two ${a §}")).isEqualTo(at(6, 15, 16));
        assertThat(wrongCharacter(">-\n      one\n      two ${a\n        §}")).isEqualTo(at(7, 9, 10));
        assertThat(wrongCharacter("one\n      two ${a\n        §}")).isEqualTo(at(6, 9, 10));
    }

    /** The place of the one thing that is wrong in a value, which begins in the ninth column of the fourth line. */
    private static SourceLocation wrongCharacter(String value) {
        List<Diagnostic> found = Yaml.parse("sagas:\n  S:\n    steps: []\n    id: " + value + "\n")
                .diagnostics();
        assertThat(found).hasSize(1);
        return found.get(0).location();
    }

    private static String help(String text) {
        return Yaml.parse(text).diagnostics().stream()
                .filter(found -> found.id().code().equals("syntax.yaml-quote"))
                .map(found -> found.help().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(DefinitionFile file) {
        return file.declarations().stream()
                .map(declaration -> declaration.name().text())
                .toList();
    }

    private static Declaration.Saga saga(String text) {
        return (Declaration.Saga) Yaml.parse(text).value().declarations().get(0);
    }
}
