package dev.skald.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings as people read them, whatever the line is like. */
final class DiagnosticPrinterTest {

    private static final String GUTTER = "1 | ";

    @Test
    void aLongLineIsCutAroundItsMarker() {
        String line = "a".repeat(500) + "wrong" + "b".repeat(500);

        assertThat(excerpt(line, 501, 506))
                .containsExactly(
                        GUTTER + "…" + "a".repeat(60) + "wrong" + "b".repeat(75) + "…",
                        "  | " + " ".repeat(61) + "^^^^^");
    }

    @Test
    void aLineThatJustFitsIsWhole() {
        assertThat(excerpt("a".repeat(139) + "b", 140, 141))
                .containsExactly(GUTTER + "a".repeat(139) + "b", "  | " + " ".repeat(139) + "^");
        assertThat(excerpt("b" + "a".repeat(140), 1, 142))
                .containsExactly(GUTTER + "b" + "a".repeat(139) + "…", "  | " + "^".repeat(140));
    }

    @Test
    void thePlaceBehindTheEndIsMarked() {
        assertThat(excerpt("abc", 4, 4)).containsExactly(GUTTER + "abc", "  |    ^");
        assertThat(excerpt("a".repeat(300), 301, 301))
                .containsExactly(GUTTER + "…" + "a".repeat(60), "  | " + " ".repeat(61) + "^");
    }

    @Test
    void charactersBeyondTheFirstPlaneCountOnceAndTakeTheirWidth() {
        assertThat(excerpt("\uD83D\uDE00\u6F22 x", 4, 5))
                .containsExactly(GUTTER + "\uD83D\uDE00\u6F22 x", "  |      ^");
        assertThat(excerpt("\uD83D\uDE00".repeat(200) + "x", 201, 202))
                .containsExactly(GUTTER + "…" + "\uD83D\uDE00".repeat(60) + "x", "  | " + " ".repeat(121) + "^");
    }

    @Test
    void noTextOfADefinitionSteersTheTerminal() {
        Diagnostic finding = Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, at(1, 2), "a\u001b[31m \u202e\uD83D")
                .withHelp("b\u0007\nc\u2028");

        assertThat(printer("\u001b]0;x\u0007\t\u202e").snippet(finding)).isEqualTo("""
                        error[syntax.token]: a\uFFFD[31m \uFFFD\uFFFD
                         --> a.saga:1:1
                          |
                        1 | \uFFFD]0;x\uFFFD \uFFFD
                          | ^
                        help: b\uFFFD
                        c\uFFFD
                        """);
    }

    @Test
    void aPlaceInAFileThatIsNotThereHasNoExcerpt() {
        assertThat(new DiagnosticPrinter(List.of()).snippet(Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, at(1, 2), "a")))
                .isEqualTo("error[syntax.token]: a\n --> a.saga:1:1\n");
    }

    /** The line and the marker that are printed. */
    private static List<String> excerpt(String line, int column, int endColumn) {
        String snippet =
                printer(line).snippet(Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, at(column, endColumn), "wrong"));
        return snippet.lines().skip(3).toList();
    }

    private static DiagnosticPrinter printer(String text) {
        return new DiagnosticPrinter(List.of(new SourceFile("a.saga", text)));
    }

    private static SourceLocation at(int column, int endColumn) {
        return new SourceLocation("a.saga", 1, column, 1, endColumn);
    }
}
