package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.syntax.DefinitionArchive;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals do, without Maven. */
final class SagaBuildTest {

    private static final String REFUND = """
            package com.acme.refunds

            record Refund { refundId: uuid }

            participant accounts {
              credit(refundId: uuid)
              withdraw(refundId: uuid)
            }

            saga RefundOrder(refund: Refund)
                sync atomic orchestrated
                version 1
                id refund.refundId
            {
              step accounts.credit(refund.refundId)
                  compensate accounts.withdraw(refund.refundId)
            }
            """;

    private static final String CHAIN = """
            package com.acme.stock
            record Place { shelf: string }
            participant stock { reserve(orderId: uuid): Place  release(orderId: uuid) }
            participant van { drive(shelf: string) irreversible }
            saga Pack(orderId: uuid): Place phone-tag {
              step place = stock.reserve(orderId) compensate stock.release(orderId)
              retriable step van.drive(place.shelf)
              return place
            }
            """;

    @TempDir
    private Path project;

    @Test
    void generatedFilesAreCounted() throws IOException {
        definition("refund.saga", REFUND);

        GoalResult result = generate();

        int files = generatedFiles().size();
        assertThat(files).isPositive();
        assertThat(result)
                .isEqualTo(new GoalResult(
                        List.of(),
                        false,
                        "Generated " + files + " files: " + files + " written, 0 unchanged, 0 deleted."
                                + "\n1 note; `mvn saga:validate` shows it."));
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        definition("refund.saga", REFUND);
        generate();

        GoalResult second = generate();

        assertThat(second.sentence())
                .isEqualTo("Generated code is up to date: " + generatedFiles().size() + " files."
                        + "\n1 note; `mvn saga:validate` shows it.");
    }

    @Test
    void warningsAreToldByEachGoalAndNotesByValidationOnly() throws IOException {
        definition(
                "refund.saga",
                REFUND + "record Forgotten {}\n"
                        + REFUND.substring(REFUND.indexOf("saga")).replace("RefundOrder", "RefundAgain"));

        assertThat(validate().findings())
                .extracting(GoalResult.Finding::severity)
                .containsExactly(Severity.NOTE, Severity.WARNING, Severity.NOTE);
        assertThat(generate().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.snippet()).startsWith("warning[data.unused-declaration]: "));
        assertThat(generate().sentence()).endsWith("\n2 notes; `mvn saga:validate` shows them.");
        assertThat(generate().failed()).isFalse();
        assertThat(scaffold().findings())
                .extracting(GoalResult.Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void whatIsAcceptedIsToldWithItsReasonAndInTheReport() throws IOException {
        Path report = project.resolve("saga.sarif");
        definition("refund.saga", REFUND.replace("compensate accounts.withdraw(refund.refundId)", """
                no compensation because "never"
                      accept pattern.atomic-needs-compensation because "a gift\\u{1B} stays"
                """));

        GoalResult result = validate(report);

        assertThat(result.failed()).isFalse();
        assertThat(result.sentence()).isEqualTo("""
                No errors in 1 file.
                Accepted: 1 finding
                  src/main/saga/refund.saga:16:7: error: an atomic saga undoes all or nothing, and step `credit` has no \
                undo [pattern.atomic-needs-compensation], because: a gift\uFFFD stays""");
        assertThat(report)
                .content()
                .containsSubsequence("pattern.atomic-needs-compensation", "\"kind\" : \"inSource\"", "a gift");
        assertThat(generate().failed()).isFalse();
    }

    @Test
    void whenTheLastDefinitionIsGoneSoIsWhatItGave() throws IOException {
        definition("refund.saga", REFUND);
        generate();
        int files = generatedFiles().size();

        Files.delete(sources().resolve("refund.saga"));
        GoalResult result = generate();

        assertThat(result.sentence()).isEqualTo("Generated 0 files: 0 written, 0 unchanged, " + files + " deleted.");
        assertThat(generatedFiles()).isEmpty();
    }

    @Test
    void anErrorStopsTheBuildAndWritesNothing() throws IOException {
        definition("a/refund.saga", REFUND.replace("accounts.withdraw", "accounts.withdrow"));
        definition("b/empty.saga.yaml", "package: [");

        GoalResult result = generate();

        assertThat(result.failed()).isTrue();
        assertThat(result.sentence()).isEqualTo("2 errors in 2 files; nothing was generated");
        assertThat(result.findings()).extracting(GoalResult.Finding::severity).containsOnly(Severity.ERROR);
        assertThat(result.findings().get(0).snippet())
                .startsWith("error[compensation.unknown-operation]: ")
                .contains("--> src/main/saga/a/refund.saga:16:18\n")
                .contains("16 |       compensate accounts.withdrow(refund.refundId)\n");
        assertThat(output()).doesNotExist();
    }

    @Test
    void validationWritesNothing() throws IOException {
        definition("refund.saga", REFUND);

        GoalResult result = validate();

        assertThat(result).satisfies(valid -> {
            assertThat(valid.failed()).isFalse();
            assertThat(valid.sentence()).isEqualTo("No errors in 1 file.");
            assertThat(valid.findings())
                    .extracting(GoalResult.Finding::severity)
                    .containsExactly(Severity.NOTE);
        });
        assertThat(output()).doesNotExist();
    }

    @Test
    void validationFindsWhatTheGeneratorWouldRefuse() throws IOException {
        definition("refund.saga", REFUND.replace("participant accounts", "participant accounts near"));

        assertThat(validate().sentence()).isEqualTo("2 errors in 1 file");
        assertThat(generate().sentence()).isEqualTo("2 errors in 1 file; nothing was generated");
    }

    @Test
    void aFolderThatDoesNotExistHoldsNoDefinitions() throws IOException {
        String sentence = "There is nothing to do: no definitions (*.saga, *.saga.yaml, *.saga.yml) are in " + sources()
                + ". If this is unexpected, set `sourceDirectory` to the folder that they are in.";

        assertThat(validate()).isEqualTo(new GoalResult(List.of(), false, sentence));
        assertThat(generate()).isEqualTo(new GoalResult(List.of(), false, sentence));
        assertThat(output()).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfAFolderIsAnErrorOfTheEnvironment() throws IOException {
        Files.createDirectories(sources().getParent());
        Files.writeString(sources(), "");
        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(this::validate)
                .withMessage(sources().toString());

        Files.delete(sources());
        definition("refund.saga", REFUND);
        Files.writeString(output(), "");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(this::generate);
    }

    @Test
    void theReportHoldsWhatWasFoundAndIsEmptiedWhenNothingIs() throws IOException {
        Path report = project.resolve("reports/ci/saga.sarif");
        definition("refund.saga", REFUND.replace("accounts.withdraw", "accounts.withdrow"));

        assertThat(validate(report).failed()).isTrue();
        assertThat(report)
                .content()
                .contains("\"version\" : \"1.2.3\"", "\"ruleId\" : \"compensation.unknown-operation\"")
                .contains("\"uri\" : \"src/main/saga/refund.saga\"")
                .doesNotContain(project.toString());

        definition("refund.saga", REFUND);
        assertThat(validate(report).failed()).isFalse();
        assertThat(report)
                .content()
                .contains("\"ruleId\" : \"pattern.advice\"")
                .doesNotContain("\"ruleId\" : \"compensation.unknown-operation\"");

        Files.delete(sources().resolve("refund.saga"));
        Files.delete(report);
        validate(report);
        assertThat(report).content().contains("\"results\" : [ ]");
        assertThat(report.getParent()).isDirectoryNotContaining(file -> !file.equals(report));
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorThatNamesIt() throws IOException {
        Path folder = Files.createDirectories(project.resolve("folder"));
        Path file = Files.writeString(project.resolve("file"), "");

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> validate(folder))
                .withMessage(folder + ": the SARIF report cannot be written there: it is a folder");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> validate(file.resolve("saga.sarif")))
                .withMessage(file.resolve("saga.sarif") + ": the SARIF report cannot be written there: "
                        + "java.nio.file.FileAlreadyExistsException: " + file)
                .withCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void firstImplementationsAreWrittenOnceAndThenLeftAlone() throws IOException {
        definition("refund.saga", REFUND);

        GoalResult first = scaffold();
        Files.writeString(accounts(), "mine");
        GoalResult second = scaffold();

        assertThat(first.sentence()).isEqualTo("""
                        Written: src/main/java/com/acme/refunds/accounts/Accounts.java
                        Scaffolded 1 participant: 1 written, 0 left alone.""");
        assertThat(second.sentence()).isEqualTo("""
                        Left alone, because it is there already: src/main/java/com/acme/refunds/accounts/Accounts.java
                        Scaffolded 1 participant: 0 written, 1 left alone.""");
        assertThat(accounts()).hasContent("mine");
    }

    @Test
    void aFolderOutsideOfTheProjectIsPrintedWhole() throws IOException {
        definition("refund.saga", REFUND);
        Path elsewhere = project.resolveSibling(project.getFileName() + "-elsewhere");

        GoalResult result = SagaBuild.scaffold(new ScaffoldRequest(
                new Definitions(project.resolve("src"), sources(), List.of()),
                elsewhere,
                new Names(List.of(), List.of())));

        assertThat(result.sentence()).startsWith("Written: " + elsewhere + "/com/acme/refunds/accounts/Accounts.java");
    }

    @Test
    void whileADefinitionIsWrongNothingIsScaffolded() throws IOException {
        definition("refund.saga", REFUND.replace("accounts.withdraw", "accounts.withdrow"));

        GoalResult result = scaffold();

        assertThat(result.failed()).isTrue();
        assertThat(result.sentence()).isEqualTo("1 error in 1 file; nothing was scaffolded");
        assertThat(result.findings()).hasSize(1);
        assertThat(project.resolve("src/main/java")).doesNotExist();
    }

    @Test
    void aClassThatCannotHaveItsNameIsAFinding() throws IOException {
        definition("refund.saga", REFUND);
        definition("other.saga", "package com.acme.refunds.accounts\nrecord Accounts {}\n");

        GoalResult result = scaffold();

        assertThat(result.failed()).isTrue();
        assertThat(result.sentence()).isEqualTo("1 error in 1 file; nothing was scaffolded");
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .extracting(GoalResult.Finding::snippet, InstanceOfAssertFactories.STRING)
                .startsWith("error[name.duplicate]: participant `accounts` and record `Accounts` would both be");
        assertThat(project.resolve("src/main/java")).doesNotExist();
    }

    @Test
    void onlyTheParticipantsThatAreNamedAreScaffolded() throws IOException {
        definition("shops.saga", "package com.acme\nparticipant shop { buy() }\nparticipant stock { take() }\n");
        definition(
                "other.saga", "package com.other\nparticipant shop queue \"other\" { buy() }\nparticipant idle {}\n");

        assertThat(scaffold("com.other.shop", "", " stock ").sentence()).isEqualTo("""
                        Written: src/main/java/com/acme/stock/Stock.java
                        Written: src/main/java/com/other/shop/Shop.java
                        Scaffolded 2 participants: 2 written, 0 left alone.""");
        assertThat(scaffold("shop").sentence())
                .contains("Written: src/main/java/com/acme/shop/Shop.java")
                .contains("Left alone, because it is there already: src/main/java/com/other/shop/Shop.java");
    }

    @Test
    void aNameThatMeansNoParticipantIsToldWithThoseThereAre() throws IOException {
        definition("shops.saga", "package com.acme\nparticipant shop { buy() }\nparticipant stock { take() }\n");
        definition(
                "other.saga", "package com.other\nparticipant shop queue \"other\" { buy() }\nparticipant idle {}\n");

        GoalResult one = scaffold("stok", "shop");
        GoalResult two = scaffold("idle", "com.acme.idle");

        assertThat(one.failed()).isTrue();
        assertThat(one.sentence())
                .isEqualTo(
                        "No participant with operations is called `stok`. There are: `com.other.shop`, `com.acme.shop`,"
                                + " `stock`. A similar name is `stock`. Nothing was scaffolded");
        assertThat(two.sentence())
                .isEqualTo("No participant with operations is called `idle`, `com.acme.idle`. There are:"
                        + " `com.other.shop`, `com.acme.shop`, `stock`. Nothing was scaffolded");
        assertThat(project.resolve("src/main/java")).doesNotExist();
    }

    @Test
    void whereNothingCanBeScaffoldedThatIsSaid() throws IOException {
        assertThat(scaffold().sentence()).startsWith("There is nothing to do: no definitions");

        definition("idle.saga", "package com.acme\nparticipant idle {}\n");

        assertThat(scaffold())
                .isEqualTo(new GoalResult(
                        List.of(), false, "There is nothing to do: no participant with operations is declared."));
        assertThat(scaffold("idle").sentence())
                .isEqualTo("No participant with operations is called `idle`. There is none. Nothing was scaffolded");
    }

    @Test
    void whatAnotherModulePublishesIsUsedAndGeneratesNothingHere() throws IOException {
        published("""
                package com.acme.stock
                record Place { shelf: string }
                participant stock { reserve(orderId: uuid): Place  release(orderId: uuid) }
                saga Pack(orderId: uuid) epic { step stock.reserve(orderId) compensate stock.release(orderId) }
                """);
        definition("order.saga", """
                package com.acme.orders
                import com.acme.stock.*
                saga Order(orderId: uuid): Place epic {
                  step place = stock.reserve(orderId) compensate stock.release(orderId)
                  run Pack(orderId)
                  return place
                }
                """);

        assertThat(generate().failed()).isFalse();
        assertThat(generatedFiles())
                .isNotEmpty()
                .allMatch(file -> file.toString().contains("com/acme/orders"))
                .noneMatch(file -> file.toString().contains("com/acme/stock"));
        assertThat(scaffold().sentence())
                .isEqualTo("There is nothing to do: no participant with operations is declared.");
    }

    @Test
    void ofWhatAnotherModulePublishesASideIsBuiltByItsName() throws IOException {
        published(CHAIN);

        GoalResult result = generate(Publishing.FALSE, List.of("stock", " "), List.of());

        assertThat(result.failed()).isFalse();
        assertThat(result.sentence()).startsWith("Generated " + generatedFiles().size() + " files: ");
        assertThat(generatedNames())
                .contains("StockActivities.java", "StockWorker.java", "PackWorkflowImpl.java", "Place.java")
                .noneMatch(
                        name -> name.startsWith("Van") || name.startsWith("Drive") || name.equals("PackClient.java"));
        assertThat(generate(Publishing.FALSE, List.of(), List.of("com.acme.stock.Pack"))
                        .sentence())
                .contains("deleted");
        assertThat(generatedNames()).containsExactlyInAnyOrder("Place.java", "PackClient.java", "PackFailed.java");
    }

    @Test
    void whatAnotherModulePublishesIsScaffoldedByItsName() throws IOException {
        published(CHAIN);

        assertThat(scaffold("van").sentence()).isEqualTo("""
                Written: src/main/java/com/acme/stock/van/Van.java
                Scaffolded 1 participant: 1 written, 0 left alone.""");
    }

    @Test
    void aClassThatADependencyHasIsNotGeneratedAgain() throws IOException {
        published(CHAIN);
        Files.createDirectories(library().resolve("com/acme/stock"));
        Files.writeString(library().resolve("com/acme/stock/Place.class"), "");

        generate(Publishing.FALSE, List.of("stock"), List.of());

        assertThat(generatedNames()).contains("StockWire.java").doesNotContain("Place.java");
    }

    @Test
    void aNameThatMeansNothingGeneratesNothing() throws IOException {
        published(CHAIN);

        GoalResult result = generate(Publishing.FALSE, List.of("stok"), List.of("Packs", "stock"));

        assertThat(result.failed()).isTrue();
        assertThat(result.sentence())
                .isEqualTo("No participant with operations is called `stok`. There are: `stock`, `van`."
                        + " A similar name is `stock`. No saga is called `Packs`, `stock`. There are: `Pack`."
                        + " Nothing was generated");
        assertThat(output()).doesNotExist();
    }

    @Test
    void definitionsThatAreOnlyPublishedAreCheckedAndGiveNoJava() throws IOException {
        definition("refund.saga", REFUND);
        generate();

        assertThat(generate(Publishing.ONLY, List.of(), List.of()).sentence())
                .startsWith("Published 1 file; no Java is generated here.");
        assertThat(generatedFiles()).isEmpty();

        definition("refund.saga", REFUND.replace("participant accounts", "participant accounts near"));
        assertThat(generate(Publishing.ONLY, List.of(), List.of()).sentence())
                .isEqualTo("2 errors in 1 file; nothing was generated");
    }

    @Test
    void anErrorInWhatAnotherModulePublishesNamesTheModule() throws IOException {
        published("package com.acme.stock\nrecord Place { shelf: strin }\n");
        definition("order.saga", "package com.acme.orders\nimport com.acme.stock.*\nrecord Box { place: Place }\n");

        assertThat(validate().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.snippet())
                        .contains(" --> library-1.0.jar!/META-INF/saga/parts/stock.saga:2:23")
                        .contains("record Place { shelf: strin }"));
    }

    private GoalResult scaffold(String... participants) throws IOException {
        return SagaBuild.scaffold(new ScaffoldRequest(
                definitions(), project.resolve("src/main/java"), new Names(List.of(participants), List.of())));
    }

    private Path accounts() {
        return project.resolve("src/main/java/com/acme/refunds/accounts/Accounts.java");
    }

    private GoalResult validate() throws IOException {
        return SagaBuild.validate(new ValidationRequest(definitions(), Optional.empty()));
    }

    private GoalResult validate(Path report) throws IOException {
        return SagaBuild.validate(new ValidationRequest(definitions(), Optional.of(new SarifFile(report, "1.2.3"))));
    }

    private GoalResult generate() throws IOException {
        return generate(Publishing.FALSE, List.of(), List.of());
    }

    private GoalResult generate(Publishing publishing, List<String> participants, List<String> sagas)
            throws IOException {
        return SagaBuild.generate(new GenerationRequest(
                definitions(), new Names(participants, sagas), publishing, List.of(library()), output()));
    }

    private Definitions definitions() {
        return new Definitions(project, sources(), List.of(new DefinitionArchive(library(), "library-1.0.jar")));
    }

    private Path library() {
        return project.resolve("library");
    }

    private void published(String text) throws IOException {
        Path file = library().resolve("META-INF/saga/parts/stock.saga");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path sources() {
        return project.resolve("src/main/saga");
    }

    private Path output() {
        return project.resolve("generated");
    }

    private void definition(String path, String text) throws IOException {
        Path file = sources().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> generatedNames() throws IOException {
        return generatedFiles().stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private List<Path> generatedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(output())) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
