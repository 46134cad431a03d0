package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Tree.HERE;
import static dev.skald.dsl.syntax.yaml.Tree.field;
import static dev.skald.dsl.syntax.yaml.Tree.located;
import static dev.skald.dsl.syntax.yaml.Tree.name;
import static dev.skald.dsl.syntax.yaml.Tree.qualified;
import static dev.skald.dsl.syntax.yaml.Tree.said;
import static dev.skald.dsl.syntax.yaml.Tree.text;
import static dev.skald.dsl.syntax.yaml.Tree.type;
import static dev.skald.dsl.syntax.yaml.Yaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that a file declares, but for sagas. */
final class DeclarationsTest {

    @Test
    void aRecordIsThereWithAllItsPlaces() {
        Name order = new Name("Order", at(2, 3, 8));
        Name id = new Name("id", at(2, 12, 14));
        TypeName uuid = new TypeName.Named(new QualifiedName(List.of(new Name("uuid", at(2, 16, 20)))));
        Name items = new Name("items", at(2, 22, 27));
        TypeName item = new TypeName.Named(
                new QualifiedName(List.of(new Name("acme", at(2, 34, 38)), new Name("Item", at(2, 39, 43)))));
        TypeName list = new TypeName.OptionalOf(new TypeName.ListOf(item, at(2, 29, 44)), at(2, 29, 45));

        assertThat(Yaml.tree("records:\n  Order: { id: uuid, items: list<acme.Item>? }\n")
                        .declarations())
                .containsExactly(new Declaration.Record(
                        order,
                        List.of(
                                new Field(id, uuid, false, at(2, 12, 20)),
                                new Field(items, list, false, at(2, 22, 45))),
                        false,
                        at(2, 3, 47)));
    }

    @Test
    void aFieldMayBeSensitive() {
        Declaration declaration = only(
                "records:\n  Card:\n    number: { type: string?, sensitive: true }\n    plain: { type: int, sensitive: false }\n");

        Field number = new Field(name("number"), new TypeName.OptionalOf(type("string"), HERE), true, HERE);
        assertThat(said(declaration))
                .isEqualTo(said(new Declaration.Record(
                        name("Card"), List.of(number, field("plain", type("int"))), false, HERE)));
    }

    @Test
    void typesMayBeNestedAndSpaced() {
        Declaration declaration = only("records:\n  A:\n    b: \" map < string ,list< map<string, B?> > > ? \"\n");

        TypeName inner = new TypeName.MapOf(type("string"), new TypeName.OptionalOf(type("B"), HERE), HERE);
        TypeName outer = new TypeName.MapOf(type("string"), new TypeName.ListOf(inner, HERE), HERE);
        assertThat(said(declaration))
                .isEqualTo(said(new Declaration.Record(
                        name("A"), List.of(field("b", new TypeName.OptionalOf(outer, HERE))), false, HERE)));
    }

    @Test
    void listAndMapMayNameTypesOfTheUser() {
        Declaration declaration = only("records:\n  A: { b: list, c: map }\n");

        assertThat(said(declaration))
                .isEqualTo(said(new Declaration.Record(
                        name("A"), List.of(field("b", type("list")), field("c", type("map"))), false, HERE)));
    }

    @Test
    void errorsMayHaveNoFields() {
        assertThat(said(only("errors: { NotApproved: {} }")))
                .isEqualTo(said(new Declaration.BusinessError(name("NotApproved"), List.of(), false, HERE)));
    }

    @Test
    void constantsAreTextWhateverYamlThinksOfThem() {
        assertThat(said(only("enums: { Switch: [ON, OFF, no, \"yes\"] }")))
                .isEqualTo(said(new Declaration.Enumeration(
                        name("Switch"), List.of(name("ON"), name("OFF"), name("no"), name("yes")), HERE)));
    }

    @Test
    void whatIsExternIsATypeOrAFunction() {
        DefinitionFile file = Yaml.tree("""
                extern:
                  Money: com.acme.Money
                  total: { java: com.acme.Pricing.total, input: { items: list<Item> }, output: decimal }
                  now: { java: com.acme.Clock.now, output: instant }
                """);

        TypeName items = new TypeName.ListOf(type("Item"), HERE);
        assertThat(said(file.declarations()))
                .isEqualTo(said(List.of(
                        new Declaration.ExternType(name("Money"), qualified("com.acme.Money"), HERE),
                        new Declaration.ExternFunction(
                                name("total"),
                                qualified("com.acme.Pricing.total"),
                                List.of(field("items", items)),
                                type("decimal"),
                                HERE),
                        new Declaration.ExternFunction(
                                name("now"), qualified("com.acme.Clock.now"), List.of(), type("instant"), HERE))));
    }

    @Test
    void aParticipantHasAQueueDefaultsAndOperations() {
        Declaration declaration = only("""
                participants:
                  billing:
                    queue: "billing #1"
                    near: true
                    via: http
                    defaults:
                      timeout: 5s
                      deadline: 1m
                      heartbeat: 500ms
                      retry: { attempts: unlimited, backoff: 1s, factor: 1.5 }
                      compensation: { timeout: 10s, retry: { attempts: 10, backoff: 1s..5m } }
                    operations:
                      authorize:
                        input: { orderId: uuid }
                        output: Authorization
                        errors: [CardDeclined, acme.Blocked]
                        irreversible: true
                        as: Billing_Authorize
                        writes: account
                      ping: {}
                """);

        CallLimits calls = new CallLimits(
                Optional.of(located(Duration.ofSeconds(5))),
                Optional.of(located(Duration.ofMinutes(1))),
                Optional.of(located(Duration.ofMillis(500))),
                Optional.of(new CallLimits.Retry(
                        Optional.of(located(CallLimits.Retry.UNLIMITED)),
                        Optional.of(located(Duration.ofSeconds(1))),
                        Optional.empty(),
                        Optional.of(located(1.5)),
                        HERE)));
        CallLimits undos = new CallLimits(
                Optional.of(located(Duration.ofSeconds(10))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CallLimits.Retry(
                        Optional.of(located(10)),
                        Optional.of(located(Duration.ofSeconds(1))),
                        Optional.of(located(Duration.ofMinutes(5))),
                        Optional.empty(),
                        HERE)));
        Operation authorize = new Operation(
                name("authorize"),
                List.of(field("orderId", type("uuid"))),
                Optional.of(type("Authorization")),
                List.of(qualified("CardDeclined"), qualified("acme.Blocked")),
                true,
                Optional.of(text("Billing_Authorize")),
                List.of(name("writes")),
                HERE);
        Operation ping = new Operation(
                name("ping"), List.of(), Optional.empty(), List.of(), false, Optional.empty(), List.of(), HERE);
        assertThat(said(declaration))
                .isEqualTo(said(new Declaration.Participant(
                        name("billing"),
                        Optional.of(text("billing #1")),
                        true,
                        Optional.of(new Defaults(calls, undos, HERE)),
                        List.of(authorize, ping),
                        false,
                        List.of(name("via")),
                        HERE)));
    }

    @Test
    void aFileHasAPackageImportsAndDefaults() {
        DefinitionFile file = Yaml.tree("""
                imports: [com.acme.payments.*, com.acme.Money]
                package: com.acme.orders
                defaults: { timeout: 10s }
                projection: { Orders: {} }
                """);

        assertThat(said(file.packageName())).isEqualTo(said(Optional.of(qualified("com.acme.orders"))));
        assertThat(said(file.imports()))
                .isEqualTo(said(List.of(
                        new Import(qualified("com.acme.payments"), true),
                        new Import(qualified("com.acme.Money"), false))));
        assertThat(file.defaults().orElseThrow().calls().timeout().orElseThrow().value())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(file.declarations())
                .containsExactly(new Declaration.Reserved(new Name("projection", at(4, 1, 11)), at(4, 1, 11)));
    }

    @Test
    void declarationsKeepTheirOrder() {
        DefinitionFile file = Yaml.tree("errors: { E: {} }\nrecords: { B: {}, A: {} }\nenums: { C: [] }\n");

        assertThat(file.declarations())
                .extracting(declaration -> declaration.name().text())
                .containsExactly("E", "B", "A", "C");
    }

    @Test
    void anEmptyFileDeclaresNothing() {
        for (String text : new String[] {"", "\n", "# nothing\n", "---\n", "---\n...\n"}) {
            DefinitionFile file = Yaml.tree(text);
            assertThat(file.declarations()).isEmpty();
            assertThat(file.incomplete()).isFalse();
        }
    }

    private static Declaration only(String text) {
        return Yaml.tree(text).declarations().get(0);
    }
}
