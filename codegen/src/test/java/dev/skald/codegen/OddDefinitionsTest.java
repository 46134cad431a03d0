package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that are right and unusual: what is generated from them compiles without a warning. */
final class OddDefinitionsTest {

    private static final Path ODD = Path.of("src/test/resources/odd");

    private static final List<String> SCALARS = List.of(
            "string",
            "bool",
            "int",
            "long",
            "decimal",
            "double",
            "uuid",
            "date",
            "instant",
            "duration",
            "bytes",
            "json");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatIsGeneratedFromEachFileOrFolderCompiles() throws IOException {
        try (Stream<Path> entries = Files.list(ODD)) {
            return entries.sorted().toList().stream()
                    .map(entry -> DynamicTest.dynamicTest(
                            entry.getFileName().toString(),
                            () -> compile(Definitions.generate(Definitions.modelAt(entry)))));
        }
    }

    @Test
    void everyScalarCanBeInputAndResult() throws IOException {
        String sagas = SCALARS.stream().map(type -> """
                        participant p_%1$s { get(value: %1$s): %1$s }
                        saga S_%1$s(value: %1$s): %1$s epic id "x" {
                          readonly step got = p_%1$s.get(value)
                          return got
                        }
                        """.formatted(type)).collect(Collectors.joining());

        compile(Definitions.generate("package com.acme\n" + sagas));
    }

    @Test
    void theLongestSagaFitsIntoItsClasses() throws IOException {
        String steps = IntStream.range(0, 500)
                .mapToObj(number -> """
                          step s%d = shop.book(id)
                              state MOMENT_%d
                              compensate shop.cancel(id)
                        """.formatted(number, number))
                .collect(Collectors.joining());

        compile(Definitions.generate("""
                package com.acme
                error Refused {}
                participant shop { book(id: uuid): string throws Refused  cancel(id: uuid) }
                saga Marathon(id: uuid): string epic {
                """ + steps + "  return s0\n}"));
    }

    @Test
    void linesAreNoLongerThanPeopleRead() throws IOException {
        List<GeneratedFile> files = Definitions.generate(longNames());

        assertThat(files.stream().flatMap(file -> file.content().lines()))
                .filteredOn(line -> line.length() > 140)
                .allMatch(line -> line.startsWith("import "));
        compile(files);
    }

    private void compile(List<GeneratedFile> files) throws IOException {
        if (!files.isEmpty()) {
            JavaCompilation.assertCompiles(files, Files.createTempDirectory(folder, "classes"));
        }
    }

    private static String longNames() {
        String fields = twelve("aRatherLongNameOfAParameter%d: string?");
        String arguments = twelve("aRatherLongNameOfAParameter%d: \"${input.theNameOfAFieldThatIsLong} and "
                + "${input.theNameOfAFieldThatIsLong} of ${input.number}\"");
        return """
                package com.acme.a.rather.deep.package_.structure
                record SomeRecordWithALongName { theNameOfAFieldThatIsLong: string, number: int }
                record AnotherRecordWithALongName { FIELDS }
                error SomethingWentWrongWithALongName { FIELDS }
                participant aParticipantWithALongName {
                  anOperationWithALongName(FIELDS): AnotherRecordWithALongName throws SomethingWentWrongWithALongName
                  another(theFirst: string?, theNameOfAFieldThatIsLong: string)
                }
                saga ASagaWithALongName(input: SomeRecordWithALongName, FIELDS): AnotherRecordWithALongName epic {
                  step aStepWithALongName = aParticipantWithALongName.anOperationWithALongName(ARGUMENTS)
                      compensate aParticipantWithALongName.another(
                          theFirst: input.theNameOfAFieldThatIsLong,
                          theNameOfAFieldThatIsLong: input.theNameOfAFieldThatIsLong)
                  return AnotherRecordWithALongName(ARGUMENTS)
                }
                """.replace("FIELDS", fields).replace("ARGUMENTS", arguments);
    }

    private static String twelve(String format) {
        return IntStream.range(0, 12).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }
}
