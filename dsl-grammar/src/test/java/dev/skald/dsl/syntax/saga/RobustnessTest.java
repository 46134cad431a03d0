package dev.skald.dsl.syntax.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds that the parser answers in time, never throws and points into the file, whatever the text is. */
final class RobustnessTest {

    /** Far more than is needed, for machines that are busy. */
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private static final int MEBIBYTE = 1 << 20;
    private static final List<String> SIGNS = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            "\"",
            "${",
            ":",
            "=",
            "..",
            ",",
            ";",
            "\n",
            "/*",
            "1h",
            "step",
            "state",
            "saga",
            "else",
            "if",
            "not",
            "foo",
            "record",
            "import",
            "order",
            "billing.authorize",
            "Order",
            "compensate");
    private static final String HEAD = "saga X(a: A) epic {\n";
    private static final String EXAMPLE = Sources.resource("examples/place-order.saga");
    private static final String WHOLE_LANGUAGE = Sources.resource("valid/whole-language.saga");

    @TestFactory
    Stream<DynamicTest> goodInputWithoutFindings() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("only comments", "// a\n/* b\n * c */\n");
        texts.put("the example", EXAMPLE);
        texts.put("the whole language", WHOLE_LANGUAGE);
        texts.put("CRLF", EXAMPLE.replace("\n", "\r\n"));
        texts.put("tabs", EXAMPLE.replace("  ", "\t"));
        texts.put("10,000 steps", HEAD + "step a.b(c.d, e)\n  compensate a.c(d)\n".repeat(10_000) + "}");
        texts.put("100,000 fields", "record A {\n" + "a: int\n".repeat(100_000) + "}");
        texts.put("a text of 1 MiB", HEAD + "step a.b(\"" + "a".repeat(MEBIBYTE) + "\")\n}");
        texts.put("a path of 100,000 names", HEAD + "return a" + ".a".repeat(100_000) + "\n}");
        texts.put("100,000 arguments", HEAD + "return F(a" + ", a".repeat(100_000) + ")\n}");
        texts.put("32 brackets", HEAD + "return " + "(".repeat(31) + "a" + ")".repeat(31) + "\n}");
        texts.put("256 operators", HEAD + "return a" + " + a".repeat(256) + "\n}");
        return texts.entrySet().stream()
                .map(text -> dynamicTest(
                        text.getKey(),
                        () -> assertThat(findings(text.getValue())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> badInputWithFindings() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("NUL", "\0");
        texts.put("100,000 times NUL", "\0".repeat(100_000));
        texts.put("an unclosed text", "participant a queue \"x");
        texts.put("an unclosed comment", HEAD + "/* " + "*".repeat(MEBIBYTE));
        texts.put("an unclosed template", HEAD + "return \"a ${b");
        texts.put("100,000 unclosed templates", HEAD + "return " + "\"${".repeat(100_000) + "\n}");
        texts.put("an unclosed brace", HEAD);
        texts.put("100,000 {", "{".repeat(100_000));
        texts.put("100,000 }", "}".repeat(100_000));
        texts.put("100,000 (", HEAD + "return " + "(".repeat(100_000));
        texts.put("100,000 [ and )", HEAD + "return " + "[".repeat(100_000) + ")".repeat(100_000) + "}");
        texts.put("200 parentheses", HEAD + "return " + "(".repeat(200) + "a" + ")".repeat(200) + "\n}");
        texts.put("100,000 list<", "record A { a: " + "list<".repeat(100_000) + "int" + ">".repeat(100_000) + " }");
        texts.put("a name of 1 MiB", "a".repeat(MEBIBYTE));
        texts.put("a number of 1 MiB", HEAD + "return " + "1".repeat(MEBIBYTE) + "\n}");
        texts.put("100,000 or", HEAD + "return a" + " or a".repeat(100_000) + "\n}");
        texts.put("100,000 not", HEAD + "return" + " not".repeat(100_000) + " a\n}");
        texts.put("100,000 -", HEAD + "return " + "-".repeat(100_000) + "a\n}");
        texts.put("20,000 else if", HEAD + "if a {}" + " else if a {}".repeat(20_000) + "\n}");
        texts.put("20,000 if {", HEAD + "if a {\n".repeat(20_000));
        texts.put("20,000 if", HEAD + "if a\n".repeat(20_000));
        texts.put("20,000 retry {", HEAD + "step a.b() retry {\n" + "retry {\n".repeat(20_000));
        texts.put("20,000 bad steps", HEAD + "step = b()\n".repeat(20_000) + "}");
        texts.put("20,000 unknown words", HEAD + "foo bar\n".repeat(20_000) + "}");
        texts.put(
                "20,000 clauses of another place",
                HEAD + "step a.b() compensate a.c() {\n" + "state X\n".repeat(20_000));
        texts.put("20,000 keywords among arguments", HEAD + "step a.b(\n" + "state,\n".repeat(20_000) + ")\n}");
        texts.put("20,000 unclosed sagas", "saga x(\n".repeat(20_000));
        texts.put("20,000 unclosed records", "record x {\n".repeat(20_000));
        texts.put("100,000 quotes", "\"\n".repeat(100_000));
        texts.put("100,000 wrong escapes", HEAD + "return \"" + "\\q".repeat(100_000) + "\"\n}");
        texts.put("100,000 emojis", "\uD83D\uDE00".repeat(100_000));
        texts.put("half characters", "\uD83D".repeat(1000) + "\uDE00");
        return texts.entrySet().stream()
                .map(text -> dynamicTest(
                        text.getKey(),
                        () -> assertThat(findings(text.getValue())).isNotEmpty()));
    }

    @Test
    void aFileThatBreaksOffIsOneMistakeOrNone() {
        for (String text : List.of(EXAMPLE, WHOLE_LANGUAGE)) {
            IntStream.range(0, text.length())
                    .parallel()
                    .forEach(end -> assertThat(findings(text.substring(0, end)))
                            .as("up to %s", end)
                            .hasSizeLessThan(2));
        }
    }

    @Test
    void aSagaThatBreaksOffIsAMistake() {
        IntStream.range(EXAMPLE.indexOf("\n{\n"), EXAMPLE.lastIndexOf('}'))
                .parallel()
                .forEach(end -> assertThat(findings(EXAMPLE.substring(0, end)))
                        .as("up to %s", end)
                        .hasSize(1));
    }

    @Test
    void aWordThatIsMissingIsHardlyEverMoreThanOneMistake() {
        List<Token> costly = tokens(EXAMPLE).parallelStream()
                .filter(token -> findings(without(EXAMPLE, token)).size() > 1)
                .toList();

        // The brace of an undo: its clauses then look like the step's own.
        assertThat(costly).extracting(Token::getLine).containsExactly(55);
        assertThat(costly).extracting(Token::getText).containsExactly("{");
    }

    @Test
    void aWordTooManyIsOneMistake() {
        tokens(EXAMPLE).parallelStream().forEach(token -> {
            String twice = EXAMPLE.substring(0, token.getStartIndex()) + token.getText() + " "
                    + EXAMPLE.substring(token.getStartIndex());
            assertThat(findings(twice)).as("%s twice", token).hasSize(1);
        });
    }

    @Test
    void everyWordOfTheLanguageMayBeMissing() {
        tokens(WHOLE_LANGUAGE).parallelStream().forEach(token -> compile(without(WHOLE_LANGUAGE, token)));
    }

    @Test
    void damageIsSurvivedUpToTheModel() {
        Random random = new Random(1);
        Stream.generate(() -> damaged(random.nextBoolean() ? EXAMPLE : WHOLE_LANGUAGE, random))
                .limit(3000)
                .toList()
                .parallelStream()
                .forEach(RobustnessTest::compile);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int damage = random.nextInt(5); damage >= 0; damage--) {
            int at = random.nextInt(damaged.length());
            if (random.nextBoolean()) {
                damaged.insert(at, " " + SIGNS.get(random.nextInt(SIGNS.size())) + " ");
            } else {
                damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(30)));
            }
        }
        return damaged.toString();
    }

    @Test
    void deepNestingIsSeenBeforeTheParserRuns() {
        assertThat(findings(HEAD + "return " + "(".repeat(100_000) + "a" + ")".repeat(100_000) + "\n}"))
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.LIMITS_NESTING);
    }

    private static List<Diagnostic> findings(String text) {
        return checked(text, assertTimeoutPreemptively(IN_TIME, () -> Sources.findings(text)));
    }

    /** What is found up to the model and its rules. */
    private static void compile(String text) {
        List<Result<SourceFile>> files = List.of(new Result<>(new SourceFile("x.saga", text), List.of()));
        checked(
                text,
                assertTimeoutPreemptively(IN_TIME, () -> DefinitionCompiler.compile(files))
                        .diagnostics());
    }

    private static List<Diagnostic> checked(String text, List<Diagnostic> findings) {
        int[] lengths = text.lines()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .toArray();
        for (Diagnostic finding : findings) {
            assertThat(isInside(finding.location(), lengths))
                    .as("%s", finding.location())
                    .isTrue();
            assertThat(finding.message())
                    .doesNotContain("``", "null", "NEW_", "<EOF>")
                    .hasSizeLessThan(200);
        }
        return findings;
    }

    /** Whether a place is in the text, or right behind the end of a line. */
    private static boolean isInside(SourceLocation place, int[] lengths) {
        return lengths.length == 0
                ? place.line() == 1 && place.column() == 1
                : place.line() <= lengths.length && place.column() <= lengths[place.line() - 1] + 1;
    }

    /** The words and signs of a text, without what stands between quotes. */
    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : new SagaLexer(CharStreams.fromString(text)).getAllTokens()) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != SagaLexer.PLAIN) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The text without one of its tokens. */
    private static String without(String text, Token token) {
        int start = text.offsetByCodePoints(0, token.getStartIndex());
        int length = token.getStopIndex() + 1 - token.getStartIndex();
        return text.substring(0, start) + text.substring(text.offsetByCodePoints(start, length));
    }
}
