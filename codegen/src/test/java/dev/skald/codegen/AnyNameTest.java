package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that any name, wherever it stands, is refused or gives code that compiles: each word that generated code itself
 * consists of, each keyword of Java, and names of classes that Java sees without an import. Nothing is mangled, so
 * these are the names that could clash.
 */
final class AnyNameTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    /** What is made of the names of the golden definitions, but for one saga. */
    private static final Pattern FROM_NAMES = Pattern.compile(
            "(Approval|Billing|BookTrip|Cars|Deliver|Depot|Drivers|Fleet|Flights|Gifts|HoldTrip|Hotels|Insure|Insurer|Inventory"
                    + "|Ledger|Mail|Orders|Ping|PlaceOrder|Quote|Sell|Shipping|Trips).+|.+Request|.+(OfEach|IfAny|Results?)"
                    + "|send[A-Z].+|with[A-Z].+|.+(Link|LinkImpl|_LINK)");

    /** Words that definitions and generated code both have, and the other keywords and classes of Java. */
    private static final String MORE_WORDS = """
            id input list map name of saga start state string undo value _ __ abstract assert const exports
            goto module non null open opens permits provides requires sealed strictfp to transitive uses var
            when while with yield Byte Character Class Deprecated Enum Error Exception Float
            FunctionalInterface Iterable Math Module Number Package Process Record Runnable RuntimeException
            SafeVarargs Short SuppressWarnings System Thread Throwable clone finalize getClass hashCode
            notify notifyAll wait valueOf ordinal compareTo compareToIgnoreCase getCause getMessage initCause
            org jdk sun
            """;

    /** Where a type is named: what is before the lines, a line for each NAME, what is behind. */
    private static final List<Place> TYPES = List.of(
            new Place("records", "", """
                    record NAME { self: NAME?, all: list<NAME>, by: map<string, NAME>, d: duration, i: instant, n: decimal }
                    """, ""),
            new Place("enums", "", "enum NAME { ONE, TWO }\n", ""),
            new Place("errors", "", "error NAME { text: string, at: instant?, all: list<long> }\n", ""),
            new Place("sagas", """
                    record Input { key: string }
                    participant shop { look(text: string): string }
                    """, """
                    saga NAME(in_: Input): string epic id in_.key { readonly step got = shop.look(in_.key)  return got }
                    """, ""),
            new Place("participants", "", "participant NAME { look(text: string): string }\n", ""),
            new Place(
                    "calls",
                    "import com.acme.participants.*\nsaga S(dec: decimal) epic {\n",
                    "  readonly step s_NAME = NAME.look(\"${dec / 3}\")\n",
                    "}"));

    private static final String STEP = """
              readonly step NAME = doer.do_(n: n / 3, d: 1h, k: Kind.A)  readonly step s_NAME = doer.look(NAME.text)
            """;

    /** Where a value, an operation or a state is named. */
    private static final List<Place> VALUES = List.of(
            new Place("fields", "record OddText {\n", "  NAME: string?\n", "}"),
            new Place("lists", "record OddList {\n", "  NAME: list<duration>\n", "}"),
            new Place("details", "error OddError {\n", "  NAME: map<string, decimal>\n", "}"),
            new Place("constants", "enum Odd {\n", "  NAME,\n", """
                      LAST
                    }
                    participant chooser { choose(odd: Odd): Odd }
                    saga S(odd: Odd): Odd epic { readonly step got = chooser.choose(Odd.LAST)  return got }
                    """),
            new Place("operations", "participant much {\n", "  NAME(text: string?): string\n", "}"),
            new Place(
                    "parameters",
                    "participant asked queue \"PACKAGE\" {\n  ask(\n",
                    "    NAME: uuid?,\n",
                    "    last: list<duration>): string\n}"),
            new Place("inputs", """
                    enum Kind { A }
                    participant asker queue "PACKAGE" { ask(a: string, b: duration, c: string?, d: Kind): string }
                    saga S(
                    """, "    NAME: string,\n", """
                        n: decimal): string epic id "${n / 3}" deadline 5m {
                      readonly step got = asker.ask(a: "${n}", b: 1h, c: "", d: Kind.A)
                      return got
                    }
                    """),
            // two, because a saga may have 500 steps
            new Place("steps", """
                    record Reply { text: string }
                    error Refused {}
                    enum Kind { A }
                    participant doer { do_(n: decimal, d: duration, k: Kind): Reply throws Refused  look(text: string?) }
                    saga S(n: decimal) epic {
                    """, STEP, "}"),
            new Place("laterSteps", "import com.acme.steps.*\nsaga S(n: decimal) epic {\n", STEP, "}"),
            new Place("chainInputs", """
                    participant linked queue "PACKAGE" { ask(text: string): string }
                    saga S(
                    """, "    NAME: string,\n", """
                        n: decimal): string phone-tag id "${n / 3}" deadline 5m {
                      readonly step got = linked.ask("${n}")
                      readonly step again = linked.ask(got)
                      return again
                    }
                    """),
            new Place("chainSteps", """
                    participant chained { look(text: string): string }
                    saga S(n: decimal) time-travel {
                    """, """
                      readonly step NAME = chained.look("${n / 3}")  readonly step s_NAME = chained.look(NAME)
                    """, "}"),
            new Place(
                    "moments",
                    "participant waiter { wait_() }\nsaga S() epic {\n",
                    "  readonly step x_NAME = waiter.wait_() state NAME\n",
                    "}"));

    private static final String MARK = "/* a name */";

    /** Where the names are parameters in Java, of which a method takes only so many. */
    private static final Set<String> BOUNDED =
            Set.of("fields", "lists", "details", "parameters", "inputs", "chainInputs");

    @Test
    void everyTypeNameIsRefusedOrCompiles() throws IOException {
        assertCompiles(TYPES);
    }

    @Test
    void everyNameOfAValueIsRefusedOrCompiles() throws IOException {
        assertCompiles(VALUES);
    }

    /** Leaves out the lines that are refused, until none is; most must be left. */
    private void assertCompiles(List<Place> places) throws IOException {
        Set<String> names = names();
        List<SourceFile> files =
                places.stream().flatMap(place -> place.files(names)).toList();
        Result<List<GeneratedFile>> generated = generate(files);
        while (generated.hasErrors()) {
            List<Diagnostic> found = generated.diagnostics();
            files = files.stream().map(file -> withoutFindings(file, found)).toList();
            generated = generate(files);
        }
        for (SourceFile file : files) {
            assertThat(file.text()
                            .lines()
                            .filter(line -> line.endsWith(" " + MARK))
                            .count())
                    .as(file.path())
                    .isGreaterThan(80);
        }
        JavaCompilation.assertIsCorrect(generated.value());
    }

    private static Result<List<GeneratedFile>> generate(List<SourceFile> files) {
        Result<SagaModel> model = DefinitionCompiler.compile(
                files.stream().map(file -> new Result<>(file, List.of())).toList());
        return model.hasErrors() ? new Result<>(List.of(), model.diagnostics()) : CodeGenerator.generate(model.value());
    }

    private static SourceFile withoutFindings(SourceFile file, List<Diagnostic> found) {
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        for (Diagnostic finding : found) {
            if (finding.location().file().equals(file.path())) {
                int line = lineOf(finding, lines);
                assertThat(lines.get(line))
                        .as(new DiagnosticPrinter(List.of(file)).snippet(finding))
                        .endsWith(MARK);
                lines.set(line, MARK);
            }
        }
        return new SourceFile(file.path(), String.join("\n", lines));
    }

    /** Where the refused name is given; a constant is refused where its enum begins. */
    private static int lineOf(Diagnostic finding, List<String> lines) {
        String constant = "  " + finding.message().split("`", -1)[1] + ", " + MARK;
        int line = lines.indexOf(constant);
        return line >= 0 ? line : finding.location().line() - 1;
    }

    /** The words of generated code that are not those of the definition it is generated from, and some more. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(words(".java"));
        Set<String> given = words(".saga");
        names.removeAll(given);
        given.forEach(name -> names.remove(constant(name)));
        names.removeIf(name -> FROM_NAMES.matcher(name).matches());
        names.addAll(List.of(MORE_WORDS.strip().split("\\s+")));
        return names;
    }

    /** A step's name as its constant. */
    private static String constant(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static Set<String> words(String ending) throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                String code = Files.readString(file)
                        .replaceAll("(?m)^ *(//|/\\*\\*|\\*).*$", "")
                        .replaceAll("\"[^\"\n]*\"", "");
                WORD.matcher(code).results().map(MatchResult::group).forEach(words::add);
            }
        }
        return words;
    }

    /**
     * A place for names.
     *
     * @param name of its package
     */
    private record Place(String name, String before, String line, String behind) {

        /** Files that give each of the names once: two where Java bounds how many may stand side by side. */
        Stream<SourceFile> files(Set<String> names) {
            List<String> taken = names.stream().filter(this::takes).toList();
            int half = BOUNDED.contains(name) ? taken.size() / 2 : taken.size();
            return Stream.of(file(name, taken.subList(0, half)), file(name + "2", taken.subList(half, taken.size())))
                    .filter(file -> file.text().contains(MARK));
        }

        /** Each name is on a line of its own, which a comment marks. */
        private SourceFile file(String packageName, List<String> names) {
            String lines = names.stream()
                    .map(each -> line.replace("NAME", each).replace("\n", " " + MARK + "\n"))
                    .collect(Collectors.joining());
            return new SourceFile(
                    packageName + ".saga",
                    "package com.acme." + packageName + "\n" + before.replace("PACKAGE", packageName) + lines + behind);
        }

        private boolean takes(String word) {
            return switch (name) {
                // so are their packages; their classes begin with a capital all the same
                case "sagas", "steps", "chainSteps" -> word.equals(word.toLowerCase(Locale.ROOT));
                case "laterSteps" -> !word.equals(word.toLowerCase(Locale.ROOT));
                default -> true;
            };
        }
    }
}
