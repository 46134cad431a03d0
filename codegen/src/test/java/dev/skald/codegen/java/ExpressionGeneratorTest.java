package dev.skald.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each expression of the language, as a saga returns it, and the Java that it becomes. */
final class ExpressionGeneratorTest {

    private static final String TYPES = """
            package com.acme
            enum Cabin { ECONOMY, BUSINESS }
            record Item { name: string, price: decimal }
            record In {
              b: bool  i: int  l: long  d: decimal  f: double  s: string  u: uuid  day: date  at: instant  t: duration
              cabin: Cabin  items: list<Item>  names: map<string, int>  item: Item
              os: string?  oi: int?  ol: long?  od: decimal?  ocabin: Cabin?  oitem: Item?  oitems: list<Item>?
            }
            """;

    private static final List<Case> CASES = List.of(
            new Case("string", "in.s", "in.s()"),
            new Case("decimal", "in.item.price", "in.item().price()"),
            new Case("int", "in.items.size", "in.items().size()"),
            new Case("int", "in.names.size", "in.names().size()"),
            // literals
            new Case("bool", "true", "true"),
            new Case("int", "42", "42"),
            new Case("int", "-42", "-42"),
            new Case("long", "42", "42L"),
            new Case("long", "3000000000", "3000000000L"),
            new Case("decimal", "1.50", "new BigDecimal(\"1.50\")"),
            new Case("decimal", "7", "new BigDecimal(\"7\")"),
            new Case("decimal", "-1.5", "new BigDecimal(\"1.5\").negate()"),
            new Case("double", "1.5", "1.5"),
            new Case("double", "7", "7.0"),
            new Case(
                    "uuid",
                    "\"123e4567-e89b-12d3-a456-426614174000\"",
                    "UUID.fromString(\"123e4567-e89b-12d3-a456-426614174000\")"),
            new Case("date", "\"2026-05-01\"", "LocalDate.parse(\"2026-05-01\")"),
            new Case("instant", "\"2026-05-01T10:15:30Z\"", "Instant.parse(\"2026-05-01T10:15:30Z\")"),
            new Case("duration", "1h30m", "Duration.ofMinutes(90)"),
            new Case("duration", "1500ms", "Duration.ofMillis(1500)"),
            new Case("duration", "3650d", "Duration.ofDays(3650)"),
            new Case("Cabin", "Cabin.BUSINESS", "Cabin.BUSINESS"),
            new Case(
                    "string",
                    "\"a \\\"b\\\" \\\\ \\n \\t $ \\$ *\\u{2F} \\u{1F600} \\u{202E} \\u{0}\"",
                    "\"a \\\"b\\\" \\\\ \\n \\t $ $ */ \uD83D\uDE00 \\u202e \\u0000\""),
            new Case("string", "\"\\\\u0022\"", "\"\\\\u0022\""),
            // optionals
            new Case("string?", "none", "Optional.empty()"),
            new Case("string?", "in.s", "Optional.of(in.s())"),
            new Case("long?", "7", "Optional.of(7L)"),
            new Case("long?", "in.i", "Optional.of((long) in.i())"),
            new Case("long?", "in.i + 1", "Optional.of((long) (in.i() + 1))"),
            new Case("decimal?", "in.i", "Optional.of(BigDecimal.valueOf(in.i()))"),
            new Case("string", "in.os ?? \"-\"", "in.os().orElse(\"-\")"),
            new Case("int", "in.oi ?? in.i", "in.oi().orElse(in.i())"),
            new Case("long", "in.ol ?? in.i", "in.ol().orElse((long) in.i())"),
            new Case(
                    "decimal",
                    "in.od ?? 1 / in.d",
                    "in.od().orElseGet(() -> new BigDecimal(\"1\").divide(in.d(), MathContext.DECIMAL128))"),
            new Case("string?", "in.os ?? in.os", "in.os().or(() -> in.os())"),
            new Case("string", "in.os ?? in.os ?? \"-\"", "in.os().or(() -> in.os()).orElse(\"-\")"),
            new Case("Cabin", "in.ocabin ?? Cabin.ECONOMY", "in.ocabin().orElse(Cabin.ECONOMY)"),
            new Case("int", "(in.oi ?? 1) + 2", "in.oi().orElse(1) + 2"),
            new Case("bool", "(in.oi ?? 1) == 2", "in.oi().orElse(1) == 2"),
            new Case("bool", "(in.oi ?? 1) == (in.oi ?? 2)", "(int) in.oi().orElse(1) == in.oi().orElse(2)"),
            new Case("bool", "(in.oi ?? 1) != (in.ol ?? 2)", "(long) in.oi().orElse(1) != in.ol().orElse(2L)"),
            new Case("bool", "in.os is present", "in.os().isPresent()"),
            new Case("bool", "not in.os is present", "in.os().isEmpty()"),
            // arithmetic
            new Case("int", "in.i + 2 * 3 - 1", "in.i() + 2 * 3 - 1"),
            new Case("int", "(in.i + 2) * 3", "(in.i() + 2) * 3"),
            new Case("int", "in.i - (2 - 1)", "in.i() - (2 - 1)"),
            new Case("int", "in.i / (2 / 1)", "in.i() / (2 / 1)"),
            new Case("int", "-(in.i + 1)", "-(in.i() + 1)"),
            new Case("int", "--in.i", "-(-in.i())"),
            new Case("long", "in.l * in.i", "in.l() * in.i()"),
            new Case("long", "in.i", "in.i()"),
            new Case("double", "in.f / in.i", "in.f() / in.i()"),
            new Case("decimal", "in.d + in.i", "in.d().add(BigDecimal.valueOf(in.i()))"),
            new Case(
                    "decimal",
                    "in.d * 2 - in.item.price",
                    "in.d().multiply(new BigDecimal(\"2\")).subtract(in.item().price())"),
            new Case(
                    "decimal",
                    "(in.d - 1) / 3",
                    "in.d().subtract(new BigDecimal(\"1\")).divide(new BigDecimal(\"3\"), MathContext.DECIMAL128)"),
            new Case("decimal", "in.i + in.l", "BigDecimal.valueOf(in.i() + in.l())"),
            new Case("decimal", "-in.d", "in.d().negate()"),
            // comparison
            new Case("bool", "in.i == 1", "in.i() == 1"),
            new Case("bool", "in.i < in.l", "in.i() < in.l()"),
            new Case("bool", "in.d == 1.50", "in.d().compareTo(new BigDecimal(\"1.50\")) == 0"),
            new Case("bool", "in.d != in.i", "in.d().compareTo(BigDecimal.valueOf(in.i())) != 0"),
            new Case("bool", "in.d >= 1", "in.d().compareTo(new BigDecimal(\"1\")) >= 0"),
            new Case("bool", "in.day < \"2026-05-01\"", "in.day().compareTo(LocalDate.parse(\"2026-05-01\")) < 0"),
            new Case("bool", "in.t > 5m", "in.t().compareTo(Duration.ofMinutes(5)) > 0"),
            new Case("bool", "in.s == \"x\"", "in.s().equals(\"x\")"),
            new Case("bool", "\"x\\ny\" == in.s", "\"x\\ny\".equals(in.s())"),
            new Case("bool", "in.s != \"x\"", "!in.s().equals(\"x\")"),
            new Case("bool", "in.cabin == Cabin.BUSINESS", "in.cabin() == Cabin.BUSINESS"),
            new Case("bool", "\"${in.i}!\" == in.s", "(in.i() + \"!\").equals(in.s())"),
            // logic
            new Case("bool", "in.b and in.i > 1 or in.s == \"x\"", "in.b() && in.i() > 1 || in.s().equals(\"x\")"),
            new Case("bool", "in.b and (in.b or in.i == 1)", "in.b() && (in.b() || in.i() == 1)"),
            new Case("bool", "not (in.b and in.b)", "!(in.b() && in.b())"),
            new Case("bool", "not in.b", "!in.b()"),
            new Case("bool", "(in.i == 1) == in.b", "in.i() == 1 == in.b()"),
            new Case("bool", "in.b == (in.i == 1)", "in.b() == (in.i() == 1)"),
            new Case("bool", "not (in.i == 1)", "!(in.i() == 1)"),
            // construction and lists
            new Case("Item", "Item(name: \"a\", price: 2)", "new Item(\"a\", new BigDecimal(\"2\"))"),
            new Case(
                    "list<Item>",
                    "[in.item, Item(name: \"a\", price: in.i)]",
                    "List.of(in.item(), new Item(\"a\", BigDecimal.valueOf(in.i())))"),
            new Case("list<long>", "[in.i, 2]", "List.of((long) in.i(), 2L)"),
            new Case("list<string>", "[]", "List.of()"),
            new Case("list<int>?", "[]", "Optional.of(List.of())"),
            new Case("list<string?>", "[none, \"a\"]", "List.of(Optional.empty(), Optional.of(\"a\"))"),
            new Case("list<list<int>>", "[[1], []]", "List.of(List.of(1), List.of())"),
            // templates
            new Case("string", "\"\"", "\"\""),
            new Case("string", "\"n ${in.i}\"", "\"n \" + in.i()"),
            new Case("string", "\"${in.d}\"", "in.d().toPlainString()"),
            new Case("string", "\"${in.s}\"", "in.s()"),
            new Case("string", "\"${in.i}\"", "String.valueOf(in.i())"),
            new Case("string", "\"${in.u}\"", "in.u().toString()"),
            new Case("string", "\"${in.i}${in.l}\"", "\"\" + in.i() + in.l()"),
            new Case("string", "\"${in.i + 1} of ${in.i + in.l}\"", "(in.i() + 1) + \" of \" + (in.i() + in.l())"),
            new Case(
                    "string",
                    "\"sum ${in.d + 1}, ${in.cabin}\"",
                    "\"sum \" + in.d().add(new BigDecimal(\"1\")).toPlainString() + \", \" + in.cabin()"),
            new Case("string", "\"${in.oi ?? 0}${in.b}\"", "\"\" + in.oi().orElse(0) + in.b()"));

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> expressionsBecomeJava() {
        return CASES.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.expression() + " as " + example.type(),
                        () -> assertThat(codeOf(generate(example, 0))).isEqualTo(example.java())));
    }

    @Test
    void allOfThemCompile() {
        List<GeneratedFile> files = new ArrayList<>(Definitions.generate(TYPES));
        for (int index = 0; index < CASES.size(); index++) {
            files.addAll(generate(CASES.get(index), index).stream()
                    .filter(file -> file.path().contains("Main"))
                    .toList());
        }

        JavaCompilation.assertCompiles(files, classes);
    }

    private static List<GeneratedFile> generate(Case example, int number) {
        return Definitions.generate(TYPES + "saga Main" + number + "(in: In): " + example.type() + " epic {\n  return "
                + example.expression() + "\n}\n");
    }

    private static String codeOf(List<GeneratedFile> files) {
        String code = Definitions.content(files, "Main0WorkflowImpl.java");
        int start = code.indexOf("            return ") + "            return ".length();
        return code.substring(start, code.indexOf(";\n        });", start)).replaceAll("\\n *", "");
    }

    private record Case(String type, String expression, String java) {}
}
