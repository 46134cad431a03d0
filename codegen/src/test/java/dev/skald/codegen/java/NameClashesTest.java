package dev.skald.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.CodeGenerator;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class NameClashesTest {

    private static final List<Case> CASES = List.of(
            new Case("record PlaceOrderClient {}\nsaga PlaceOrder() epic {}", """
                    3:6 name.duplicate saga `PlaceOrder` and record `PlaceOrderClient` would both be the Java class \
                    `com.acme.PlaceOrderClient`; record `PlaceOrderClient` is here 2:8"""),
            new Case("saga PlaceOrder() epic {}\nerror PlaceOrderFailed {}", """
                    3:7 name.duplicate error `PlaceOrderFailed` and saga `PlaceOrder` would both be the Java class \
                    `com.acme.PlaceOrderFailed`; saga `PlaceOrder` is here 2:6"""),
            new Case("record Order {}\nenum ORDER { A }", """
                    3:6 name.duplicate enum `ORDER` and record `Order` would be the Java classes `com.acme.Order` and \
                    `com.acme.ORDER`, which some file systems cannot tell apart; record `Order` is here 2:8"""),
            new Case("participant billing { a() }\nparticipant Billing { b() }", """
                    3:13 name.duplicate participant `Billing` and participant `billing` would both be the Java class \
                    `com.acme.billing.BillingActivities`; participant `billing` is here 2:13"""),
            new Case("saga Place_Order() epic {}\nsaga PlaceOrder() epic {}", """
                    3:6 name.duplicate saga `PlaceOrder` and saga `Place_Order` would both be the Java class \
                    `com.acme.PlaceOrderClient`; saga `Place_Order` is here 2:6"""),
            new Case("record placeorder {}\nsaga PlaceOrder() epic {}", """
                    3:6 name.duplicate saga `PlaceOrder` and record `placeorder` would be a Java class and a package of \
                    the same name, `com.acme.placeorder`; record `placeorder` is here 2:8"""),
            new Case("""
                    record R { x: string }
                    saga S() epic {
                      await go_on: R within 1h
                      await goOn: R within 1h
                    }""", """
                    5:9 name.duplicate event `goOn` and event `go_on` would both be sent by the Java method \
                    `sendGoOn`; event `go_on` is here 4:9"""),
            new Case("""
                    participant goEvent { a() }
                    record R { x: string }
                    saga S() epic {
                      readonly step goEvent.a()
                      await go: R within 1h
                    }""", """
                    6:9 name.duplicate event `go` and participant `goEvent` would both be `goEvent` in the saga's Java \
                    class; participant `goEvent` is here 5:17"""),
            new Case("""
                    participant p { a(text: string) }
                    saga S(texts: list<string>) epic {
                      for Optional in texts max 3 { readonly step p.a(Optional) }
                    }""", "4:7 name.reserved `Optional` is a class of Java that the generated code uses"),
            new Case("record String {}", "2:8 name.reserved `String` is a class of Java that the generated code uses"),
            new Case(
                    "enum Override { A }",
                    "2:6 name.reserved `Override` is a class of Java that the generated code uses"),
            new Case("error Fields {}", """
                    2:7 name.reserved `Fields` is what the fields of every error are called in the generated code"""),
            new Case("record java {}", "2:8 name.reserved `java` is where names of Java packages begin"),
            new Case("participant Switch { a() }", """
                    2:13 name.reserved `Switch` would be the Java package `switch`, and that is a keyword of Java"""),
            new Case("saga New() epic {}", """
                    2:6 name.reserved `New` would be the Java package `new`, and that is a keyword of Java"""),
            new Case(
                    "record R { Objects: string }",
                    "2:12 name.reserved `Objects` is a class of Java that the generated code uses"),
            new Case(
                    "error E { Optional: string? }",
                    "2:11 name.reserved `Optional` is a class of Java that the generated code uses"),
            new Case(
                    "error E { errorFields: string }",
                    "2:11 name.reserved `errorFields` is a method that every generated error has"),
            new Case(
                    "participant p { a(List: list<int>) }",
                    "2:19 name.reserved `List` is a class of Java that the generated code uses"),
            new Case("participant p { aB()  a_b() }", """
                    2:23 name.duplicate operation `a_b` and operation `aB` would both have the request `ABRequest` in \
                    Java; operation `aB` is here 2:17"""),
            new Case(
                    "record R { JsonFormat: duration }",
                    "2:12 name.reserved `JsonFormat` is a class of Java that the generated code uses"),
            new Case(
                    "enum E { JsonCreator }",
                    "2:6 name.reserved `JsonCreator` is a class of Java that the generated code uses"),
            new Case(
                    "record Optional {}\nsaga S(java: string) epic {}",
                    "3:8 name.reserved `java` is where names of Java packages begin"),
            new Case(
                    "enum Duration { A }\nparticipant com { a() }\nsaga S() epic { readonly step com.a() }",
                    "3:13 name.reserved `com` is where names of Java packages begin"),
            new Case(
                    "saga S(BigDecimal: decimal) epic {}",
                    "2:8 name.reserved `BigDecimal` is a class of Java that the generated code uses"),
            new Case(
                    "saga S(waitAtMost: duration) epic {}",
                    "2:8 name.reserved `waitAtMost` is a parameter of its own in the saga's generated client"),
            new Case(
                    "enum Cabin { A }\nsaga S(Cabin: Cabin) epic {}",
                    "3:8 name.reserved `Cabin` is an enum, which the generated code could not tell apart"),
            new Case(
                    "participant p { a(): int }\nsaga S() epic { readonly step saga = p.a() }",
                    "3:31 name.reserved `saga` is the saga itself in the generated code"),
            new Case(
                    "participant p { a(): int }\nsaga S() epic { readonly step UUID = p.a() }",
                    "3:31 name.reserved `UUID` is a class of Java that the generated code uses"),
            new Case(
                    "participant p { a() }\nsaga S() epic { readonly step fooBar = p.a()  readonly step foo_bar = p.a() }",
                    """
                    3:61 name.duplicate step `foo_bar` and step `fooBar` would both be the Java constant `FOO_BAR`; \
                    step `fooBar` is here 3:31"""),
            new Case(
                    "participant p { a() }\nsaga S() epic { readonly step p.a() state EnumSet }",
                    "3:33 name.reserved `EnumSet` is a class of Java that the generated code uses"),
            new Case(
                    "participant saga { a() }\nsaga S() epic { readonly step saga.a() }",
                    "2:13 name.reserved `saga` has a meaning of its own in the saga's Java class"),
            new Case(
                    "extern java com.acme.own.Prices.of(n: int): int as of\nsaga S(Prices: int): int epic { return of(Prices) }",
                    "3:8 name.reserved `Prices` is a class whose method the generated code calls"),
            new Case(
                    "extern java com.acme.own.Prices.of(n: int): int as of\nparticipant Prices { a(n: int) }\n"
                            + "saga S() epic { readonly step Prices.a(of(1)) }",
                    "3:13 name.reserved `Prices` has a meaning of its own in the saga's Java class"));

    @TestFactory
    Stream<DynamicTest> clashesAreReportedAtTheirPlace() {
        return CASES.stream()
                .map(clash -> DynamicTest.dynamicTest(
                        clash.definition(),
                        () -> assertThat(clashesIn(clash.definition())).containsExactly(clash.finding())));
    }

    @Test
    void participantsOfOneNameInOneSagaClash() {
        SagaModel model = Definitions.model(
                "package com.acme\nparticipant p { a() }\nsaga S() epic { readonly step one = p.a()  readonly step two = com.acme.other.p.a() }",
                "package com.acme.other\nparticipant p queue \"other\" { a() }");

        assertThat(NameClashes.in(model)).extracting(NameClashesTest::line).containsExactly("""
                3:64 name.duplicate participant `com.acme.other.p` and participant `com.acme.p` would both be `p` in the \
                saga's Java class; participant `com.acme.p` is here 3:37""");
    }

    @Test
    void whereTwoTypesHaveOneNameNoValueIsCalledAsTheirPackagesBegin() {
        SagaModel model = Definitions.model(
                "package one.orders\nenum Kind { A, one }\nrecord Fine { java: string }",
                "package two\nenum Kind { A }\nparticipant p { a(one: int) }",
                "package three\nsaga S(two: two.Kind, three: int) epic { readonly step p.a(1) }\nparticipant p queue \"q\" { a(n: int) }");

        assertThat(NameClashes.in(model))
                .extracting(NameClashesTest::line)
                .containsExactly(
                        "2:6 name.reserved `one` is where names of Java packages begin",
                        "3:19 name.reserved `one` is where names of Java packages begin",
                        "2:8 name.reserved `two` is where names of Java packages begin");
    }

    @Test
    void nothingIsGeneratedWhereNamesClash() {
        Result<List<GeneratedFile>> result =
                CodeGenerator.generate(Definitions.model("package com.acme\nrecord String {}\nrecord Fine {}"));

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.value()).isEmpty();
    }

    @Test
    void everyClassOfJavaLangThatGeneratedCodeNamesIsReserved() throws IOException {
        assertThat(simpleNamesInGoldenFiles().stream().filter(NameClashesTest::isInJavaLang))
                .isSubsetOf(TypeClashes.JAVA_LANG);
    }

    private static Set<String> simpleNamesInGoldenFiles() throws IOException {
        Pattern word = Pattern.compile("(?<![.\\w#\"])[A-Z]\\w*");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file)
                        .replaceAll("(?m)^ *(//|/\\*\\*|\\*).*$", "")
                        .replaceAll("\"[^\"\n]*\"", "");
                word.matcher(code).results().map(MatchResult::group).forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isInJavaLang(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException elsewhere) {
            return false;
        }
    }

    private static List<String> clashesIn(String definition) {
        return NameClashes.in(Definitions.model("package com.acme\n" + definition)).stream()
                .map(NameClashesTest::line)
                .toList();
    }

    private static String line(Diagnostic diagnostic) {
        StringBuilder line = new StringBuilder()
                .append(diagnostic.location().line())
                .append(':')
                .append(diagnostic.location().column())
                .append(' ')
                .append(diagnostic.id().code())
                .append(' ')
                .append(diagnostic.message());
        for (Diagnostic.Note note : diagnostic.notes()) {
            line.append("; ").append(note.message());
            note.location()
                    .ifPresent(place ->
                            line.append(' ').append(place.line()).append(':').append(place.column()));
        }
        return line.toString();
    }

    private record Case(String definition, String finding) {}
}
