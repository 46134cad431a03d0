package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.java.ScaffoldGenerator;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.GoldenFolder;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first implementations of participants; those of the example are in {@code scaffold}, as people have read them.
 */
final class ScaffoldTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    @Test
    void theExamplesFirstImplementationsAreWhatWasRead() throws IOException {
        SagaModel model = Definitions.modelAt(RESOURCES.resolve("golden/place-order"));

        new GoldenFolder(RESOURCES.resolve("scaffold/place-order")).assertHolds(scaffold(model));
    }

    @TestFactory
    Stream<DynamicTest> theyCompileWithWhatIsGenerated() throws IOException {
        return Stream.concat(entries("golden"), entries("odd"))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getFileName().toString(), () -> assertCompiles(Definitions.modelAt(entry))));
    }

    @Test
    void parametersMayBeCalledAsWhatTheMethodNeedsForItself() throws IOException {
        SagaModel model = Definitions.model("""
                package com.acme
                participant shop { book(call: string, SagaCall: string, call_: string)  cancel(SagaCall: int, dev: int) }
                """);

        assertCompiles(model);
    }

    @Test
    void aTypeMayBeCalledAsTheExceptionIs() throws IOException {
        assertCompiles(Definitions.model("""
                package com.acme.shop
                record UnsupportedOperationException { why: string }
                record SagaCall {}
                """, """
                package com.acme
                participant shop { book(call: com.acme.shop.SagaCall) }
                """));
    }

    @Test
    void anOperationIsToldWhatItIsCalledFor() {
        SagaModel model = Definitions.model("""
                package com.acme
                error Full {}
                error Closed {}
                participant shop {
                  book(id: uuid) throws Full, Closed
                  cancel(id: uuid)
                  both(id: uuid)
                  unused(id: uuid)
                }
                saga S(id: uuid) epic {
                  step shop.book(id) compensate shop.cancel(id)
                  step shop.both(id) compensate shop.both(id)
                }
                """);

        String shop = scaffold(model).get(0).content();

        String request = "// A request: where call.key() was answered";
        String undo = "// An undo: where nothing was done";
        assertThat(method(shop, "book"))
                .contains(request)
                .contains("Full or Closed refuses it")
                .doesNotContain(undo);
        assertThat(method(shop, "cancel")).contains(undo).doesNotContain(request);
        assertThat(method(shop, "both")).contains(request).contains(undo);
        assertThat(method(shop, "unused")).contains(request).doesNotContain(undo);
    }

    @Test
    void onlyTheParticipantsAskedForAreWritten() {
        SagaModel model = Definitions.model("package a\nparticipant one { x() }\nparticipant two { x() }");

        Result<List<GeneratedFile>> result =
                ScaffoldGenerator.generate(model, List.of(model.participants().get(1)));

        assertThat(result.value()).extracting(GeneratedFile::path).containsExactly("a/two/Two.java");
    }

    @Test
    void aParticipantWithoutOperationsHasNothingToImplement() {
        SagaModel model = Definitions.model("package a\nparticipant idle {}\nparticipant busy { x() }");

        assertThat(ScaffoldGenerator.participants(model))
                .extracting(Participant::name)
                .extracting(name -> name.simpleName())
                .containsExactly("busy");
    }

    @Test
    void aClassThatIsGeneratedIsNotWrittenTwice() {
        Result<List<GeneratedFile>> result =
                scaffolded("""
                package com.acme.shop
                record Shop {}
                """, "package com.acme\nparticipant shop { x() }\nparticipant other { x() }");

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(DiagnosticPrinter::line)
                .containsExactly(
                        "src/main/saga/test-2.saga:2:13: error: participant `shop` and record `Shop` would both be"
                                + " the Java class `com.acme.shop.Shop` [name.duplicate]");
    }

    @Test
    void aClassThatHidesOneOfJavaIsNotWritten() {
        Result<List<GeneratedFile>> result = scaffolded("package com.acme\nparticipant string { x() }");

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(DiagnosticPrinter::line)
                .containsExactly("src/main/saga/test-1.saga:2:13: error: `string` would be implemented as"
                        + " `com.acme.string.String`, which hides a class of Java that the generated code uses"
                        + " [name.reserved]");
    }

    private void assertCompiles(SagaModel model) throws IOException {
        List<GeneratedFile> files = Stream.of(Definitions.generate(model), scaffold(model))
                .flatMap(List::stream)
                .toList();
        if (!files.isEmpty()) {
            JavaCompilation.assertCompiles(files, Files.createTempDirectory(folder, "classes"));
        }
    }

    private static List<GeneratedFile> scaffold(SagaModel model) {
        Result<List<GeneratedFile>> result = ScaffoldGenerator.generate(model, ScaffoldGenerator.participants(model));
        assertThat(result.diagnostics()).extracting(Diagnostic::message).isEmpty();
        return result.value();
    }

    private static Result<List<GeneratedFile>> scaffolded(String... definitions) {
        SagaModel model = Definitions.model(definitions);
        return ScaffoldGenerator.generate(model, ScaffoldGenerator.participants(model));
    }

    private static String method(String content, String name) {
        int from = content.indexOf(" " + name + "(");
        return content.substring(from, content.indexOf("\n    }", from));
    }

    private static Stream<Path> entries(String name) throws IOException {
        try (Stream<Path> entries = Files.list(RESOURCES.resolve(name))) {
            return entries.sorted().toList().stream();
        }
    }
}
