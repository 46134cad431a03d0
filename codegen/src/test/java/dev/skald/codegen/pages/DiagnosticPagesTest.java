package dev.skald.codegen.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.codegen.CodeGenerator;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.syntax.DefinitionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the pages on diagnostics to the truth: each id has one, its example has that finding and no other, printed as
 * the page shows it, and the remedy has none. {@code -Dgolden.update=true} writes what is printed anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DiagnosticPagesTest {

    /** Those whose example cannot be read on a page: too large, or no text. A shell makes it. */
    private static final Set<DiagnosticId> MADE_BY_A_SHELL = Set.of(
            DiagnosticId.SYNTAX_UNREADABLE,
            DiagnosticId.LIMITS_FILE_SIZE,
            DiagnosticId.LIMITS_STEPS,
            DiagnosticId.LIMITS_OPERATORS,
            DiagnosticId.LIMITS_JAVA);

    /**
     * Those whose example, or its remedy, no code is generated for yet: what the definitions' compiler finds counts.
     */
    private static final Set<DiagnosticId> NOT_BUILT_YET = Set.of(DiagnosticId.UNKNOWN_PROBE);

    private static final Path OVERVIEW = DiagnosticPage.FOLDER.resolve("README.md");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFindingHasOnePage() throws IOException {
        try (Stream<Path> pages = Files.list(DiagnosticPage.FOLDER)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> !name.equals("README.md"))
                            .toList())
                    .as("pages; see CONTRIBUTING.md on how to write one")
                    .containsExactlyInAnyOrderElementsOf(
                            ids().map(id -> id.code() + ".md").toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachPageSaysWhatItIsAndWhyAndWhatToDo() {
        return eachPage(id -> true, (id, page) -> {
            assertThat(page.text()).startsWith(DiagnosticPage.head(id.code(), id.description()));
            assertThat(page.isComplete()).isTrue();
            assertThat(page.text().contains("accept " + id.code() + " because \""))
                    .as("shows how to accept it, if it can be accepted")
                    .isEqualTo(id.acceptable());
            assertThat(page.text().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(200));
        });
    }

    @TestFactory
    Stream<DynamicTest> eachExampleHasTheFindingThatIsPrintedAndNoOther() {
        return eachPage(
                id -> !MADE_BY_A_SHELL.contains(id),
                (id, page) -> checkPrinted(
                        id,
                        page,
                        page.wrong().stream()
                                .map(file -> new Result<>(file, List.<Diagnostic>of()))
                                .toList()));
    }

    @TestFactory
    Stream<DynamicTest> eachExampleOfAShellHasTheFindingThatIsPrintedAndNoOther() {
        return eachPage(MADE_BY_A_SHELL::contains, (id, page) -> {
            assertThat(page.wrong()).isEmpty();
            assertThat(page.commands()).hasSize(1);
            Path made = Files.createDirectory(folder.resolve(id.code()));
            Process shell = new ProcessBuilder("sh", "-c", page.commands().get(0))
                    .directory(made.toFile())
                    .inheritIO()
                    .start();
            assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
            checkPrinted(id, page, new DefinitionFolder(made, made).read());
        });
    }

    @TestFactory
    Stream<DynamicTest> eachRemedyHasNoFindingButNotesOfOtherKinds() {
        return eachPage(id -> !MADE_BY_A_SHELL.contains(id), (id, page) -> {
            assertThat(page.right()).isNotEmpty();
            List<Result<SourceFile>> files = page.right().stream()
                    .map(file -> new Result<>(file, List.<Diagnostic>of()))
                    .toList();
            List<Diagnostic> found = compile(id, files);
            assertThat(found)
                    .as(new DiagnosticPrinter(page.right()).report(found))
                    .filteredOn(each -> matters(each, id))
                    .isEmpty();
        });
    }

    @Test
    void theOverviewListsAllKindsWithTheirSeverityAndSentence() throws IOException {
        String table = "| id | | what it is |\n|---|---|---|\n"
                + ids().map(id -> "| [" + id.code() + "](" + id.code() + ".md) | "
                                + id.severity().word() + " | " + id.description() + " |\n")
                        .collect(Collectors.joining());
        if (UPDATE) {
            String text = Files.readString(OVERVIEW);
            int from = text.indexOf("| id |");
            Files.writeString(
                    OVERVIEW, text.substring(0, from) + table + text.substring(text.indexOf("\n\n", from) + 1));
        }

        assertThat(Files.readString(OVERVIEW)).contains("\n" + table + "\n");
    }

    /** Last, so that an update takes what the others have written. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theOverviewShowsTwentyFindingsAsTheyArePrinted() throws IOException {
        List<String> real = new ArrayList<>();
        for (DiagnosticId id : DiagnosticId.values()) {
            real.add(DiagnosticPage.of(id.code()).printed());
        }
        if (UPDATE) {
            updateOverview(real);
        }

        assertThat(DiagnosticPage.printedIn(Files.readString(OVERVIEW)))
                .doesNotHaveDuplicates()
                .hasSize(20)
                .isSubsetOf(real);
    }

    private static void updateOverview(List<String> real) throws IOException {
        String text = Files.readString(OVERVIEW);
        for (String old : DiagnosticPage.printedIn(text)) {
            String id = old.substring(0, old.indexOf(']') + 1);
            text = text.replace(
                    old,
                    real.stream()
                            .filter(printed -> printed.startsWith(id))
                            .findFirst()
                            .orElse(old));
        }
        Files.writeString(OVERVIEW, text);
    }

    private static void checkPrinted(DiagnosticId id, DiagnosticPage page, List<Result<SourceFile>> files)
            throws IOException {
        List<Diagnostic> found = compile(id, files);
        DiagnosticPrinter printer =
                new DiagnosticPrinter(files.stream().map(Result::value).toList());
        assertThat(found)
                .as(printer.report(found))
                .filteredOn(each -> matters(each, id))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.id()).isEqualTo(id));
        String printed = found.stream()
                .filter(each -> each.id() == id)
                .map(printer::snippet)
                .collect(Collectors.joining("\n"));
        if (UPDATE) {
            Files.writeString(page.file(), page.printing(printed).text());
        }
        assertThat(DiagnosticPage.of(id.code()).printed()).isEqualTo(printed);
    }

    /** Notes of other kinds, such as advice on the pattern, may stand beside what a page is about. */
    private static boolean matters(Diagnostic found, DiagnosticId id) {
        return found.severity() != Severity.NOTE || found.id() == id;
    }

    /** All that is found, in the definitions and, where that is built, on the way to Java. */
    private static List<Diagnostic> compile(DiagnosticId id, List<Result<SourceFile>> files) {
        Result<SagaModel> model = DefinitionCompiler.compile(
                those(files, file -> !isPublished(file)), those(files, DiagnosticPagesTest::isPublished));
        List<Diagnostic> found = new ArrayList<>(model.diagnostics());
        if (!model.hasErrors() && !NOT_BUILT_YET.contains(id)) {
            found.addAll(CodeGenerator.generate(model.value()).diagnostics());
        }
        return found;
    }

    /** What another module publishes is called as in its jar. */
    private static boolean isPublished(SourceFile file) {
        return file.path().contains(".jar!");
    }

    private static List<Result<SourceFile>> those(List<Result<SourceFile>> files, Predicate<SourceFile> which) {
        return files.stream().filter(file -> which.test(file.value())).toList();
    }

    private static Stream<DynamicTest> eachPage(Predicate<DiagnosticId> which, Check check) {
        return ids().filter(which)
                .map(id -> dynamicTest(id.code(), () -> check.check(id, DiagnosticPage.of(id.code()))));
    }

    private static Stream<DiagnosticId> ids() {
        return Stream.of(DiagnosticId.values());
    }

    @FunctionalInterface
    private interface Check {
        void check(DiagnosticId id, DiagnosticPage page) throws IOException, InterruptedException;
    }
}
