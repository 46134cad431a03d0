package com.acme.eight;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.eight.sagas.Pattern;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the texts of the eight definitions, and asks the compiler about one that there cannot be. */
final class DefinitionsTest {

    private static final Path FOLDER = Path.of("src/main/saga");
    private static final String ANTI_PATTERN =
            "    accept pattern.anti-pattern because \"all eight stand side by side here\"\n";

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void itIsTheEpicWithOtherWords(Pattern pattern) throws IOException {
        String epic = saga(Pattern.EPIC);
        String words = Pattern.EPIC.words();
        boolean isAntiPattern = pattern.beginsAtOnce() && pattern.isAtomic();

        assertThat(epic).containsOnlyOnce(words);
        assertThat(saga(pattern))
                .isEqualTo(epic.replace(words + "\n", pattern.words() + "\n" + (isAntiPattern ? ANTI_PATTERN : "")));
    }

    @Test
    void anAnthologyWithADeadlineIsRefused() throws IOException {
        String anthology = text(Pattern.ANTHOLOGY.file());
        assertThat(findings(anthology)).doesNotContain("pattern.no-deadline");

        String timely = anthology.replace("    id order.orderId\n", "    id order.orderId\n    deadline 20s\n");

        assertThat(findings(timely)).contains("pattern.no-deadline");
    }

    private static List<String> findings(String definition) throws IOException {
        return DefinitionCompiler.compile(List.of(file("shop.saga", text("shop.saga")), file("it.saga", definition)))
                .diagnostics()
                .stream()
                .map(Diagnostic::id)
                .map(DiagnosticId::code)
                .toList();
    }

    private static Result<SourceFile> file(String path, String text) {
        return new Result<>(new SourceFile(path, text), List.of(), List.of());
    }

    private static String saga(Pattern pattern) throws IOException {
        String text = text(pattern.file());
        return text.substring(text.indexOf("import "));
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
