package dev.skald.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.codegen.CodeGenerator;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Where Java's class files end: up to there the generated code compiles, and one more is a finding. */
final class JavaLimitsTest {

    private static final List<Case> CASES = List.of(
            new Case(
                    "fields",
                    254,
                    many -> "record R { " + list(many, "f#: string", ", ") + " }",
                    "2:8: error: record `R` has 255 values side by side, and Java takes 254"),
            new Case(
                    "longs",
                    127,
                    many -> "record R { " + list(many, "f#: long", ", ") + " }",
                    "2:8: error: record `R` has 128 values side by side, and Java takes 254"),
            new Case(
                    "details",
                    254,
                    many -> "error E { " + list(many, "f#: string?", ", ") + " }",
                    "2:7: error: error `E` has 255 values side by side, and Java takes 254"),
            new Case(
                    "parameters",
                    254,
                    many -> "participant parameters { go(" + list(many, "f#: string", ", ") + ") }",
                    "2:26: error: operation `go` has 255 values side by side, and Java takes 254"),
            new Case(
                    "inputs",
                    253,
                    many -> "saga S(" + list(many, "f#: string", ", ") + ") epic {}",
                    "2:6: error: saga `S` has 254 values side by side, and Java takes 253"),
            new Case(
                    "constants",
                    1000,
                    many -> "enum E { " + list(many, "A#", ", ") + " }",
                    "2:6: error: enum `E` has 1001 constants, and may have 1000"),
            new Case(
                    "operations",
                    500,
                    many -> "participant operations {\n" + list(many, "a#(x: int)", "\n") + "\n}",
                    "2:13: error: participant `operations` has 501 operations, and may have 500"),
            new Case(
                    "errors",
                    400,
                    many -> "participant errors { go() throws " + list(100, "E#", ", ") + " }\n"
                            + "participant more { go() throws " + list(many, "F#", ", ") + " }\n"
                            + "saga S() epic {\n  readonly step errors.go()\n  readonly step last = more.go()\n}\n"
                            + list(100, "error E# {}", "\n") + "\n" + list(many, "error F# {}", "\n"),
                    "4:6: error: saga `S` has 501 errors, and may have 500"),
            new Case(
                    "texts",
                    65_534,
                    many -> "participant texts { go(x: string) }\nsaga S() epic { readonly step texts.go(\""
                            + "x".repeat(many) + "\") }",
                    "3:31: error: a text in the call of `texts.go` is longer than 64 KiB, the most that Java holds"),
            new Case(
                    "templates",
                    5_531,
                    many -> "participant templates { go(x: string) }\nsaga S(s: string) epic {\n"
                            + "  readonly step templates.go(\"" + "\u00e9".repeat(30_000) + "${s}" + "x".repeat(many)
                            + "\")\n}",
                    "4:17: error: a text in the call of `templates.go` is longer than 64 KiB, the most that Java holds"),
            new Case(
                    "lists",
                    1999,
                    many ->
                            "participant lists { go(x: list<string>) }\nsaga S(s: string) epic { readonly step lists.go(["
                                    + list(many, "s", ", ") + "]) }",
                    "3:40: error: the call of `lists.go` has 2001 values and operators, and a method of Java holds 2000"),
            new Case(
                    "values",
                    999,
                    many -> "participant values { go(x: list<string>) }\nsaga S(s: string) epic {\n"
                            + list(7, "  readonly step s# = values.go([" + list(1999, "s", ", ") + "])", "\n")
                            + "\n  readonly step last = values.go([" + list(many, "\"#\"", ", ") + "])\n}",
                    "3:6: error: saga `S` has 15001 values and operators, and a class of Java holds 15000"),
            new Case(
                    "variables",
                    22,
                    many -> "participant variables { go(" + list(many, "f#: string", ", ") + ") }\n"
                            + "saga S(" + list(many, "f#: string", ", ") + ") epic {\n"
                            + list(500, "  readonly step s# = variables.go(" + list(many, "f#", ", ") + ")", "\n")
                            + "\n}",
                    "3:6: error: saga `S` is too large for one method of Java: its steps use too many values"));

    @TempDir
    private Path folder;

    @Test
    void whatJavaCanJustHoldCompiles() {
        String[] definitions = CASES.stream().map(limit -> limit.definition(0)).toArray(String[]::new);

        JavaCompilation.assertCompiles(Definitions.generate(definitions), folder);
    }

    @TestFactory
    Stream<DynamicTest> oneMoreIsAFinding() {
        return CASES.stream()
                .map(limit -> dynamicTest(limit.name(), () -> {
                    Result<List<GeneratedFile>> result = CodeGenerator.generate(Definitions.model(limit.definition(1)));

                    assertThat(result.diagnostics())
                            .extracting(DiagnosticPrinter::line)
                            .containsExactly("src/main/saga/test-1.saga:" + limit.finding() + " [limits.java]");
                    assertThat(result.value()).isEmpty();
                }));
    }

    /** As often as is said, with the number in the place of {@code #}. */
    private static String list(int many, String item, String separator) {
        return IntStream.range(0, many)
                .mapToObj(number -> item.replace("#", Integer.toString(number)))
                .collect(Collectors.joining(separator));
    }

    private record Case(String name, int most, IntFunction<String> definition, String finding) {

        String definition(int more) {
            return "package com.acme." + name + "\n" + definition.apply(most + more);
        }
    }
}
