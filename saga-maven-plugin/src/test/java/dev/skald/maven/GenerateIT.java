package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code saga:generate} in real builds. What it generates is compiled with all of javac's warnings as errors. */
final class GenerateIT {

    private static final String GENERATED = "target/generated-sources/saga";
    private static final String ORDERS = GENERATED + "/com/acme/orders";
    private static final String REFUNDS = GENERATED + "/com/acme/refunds";
    private static final String WORKFLOW = "com/acme/orders/placeorder/v1/PlaceOrderWorkflowImpl";

    @ParameterizedTest
    @ValueSource(strings = {"place-order", "place-order-yaml"})
    @Tag("every-maven")
    void theExampleIsGeneratedAndCompiledInBothNotations(String name) throws Exception {
        ItProject project = ItProject.copy(name, "compiles-" + name);

        project.maven("compile").succeeds();

        assertThat(project.file(GENERATED + "/" + WORKFLOW + ".java")).exists();
        assertThat(project.file("target/classes/" + WORKFLOW + ".class")).exists();
        assertThat(project.file("target/classes/com/acme/shop/Receipt.class")).exists();
    }

    @Test
    void aSecondRunWritesAndCompilesNothing() throws Exception {
        ItProject project = ItProject.copy("place-order", "second-run");
        project.maven("compile").succeeds();
        Map<String, FileTime> generated = project.timestamps(GENERATED);
        Map<String, FileTime> compiled = project.timestamps("target/classes");

        project.maven("compile")
                .succeeds()
                .prints("[INFO] Generated code is up to date: " + generatedTypes(generated) + " files.")
                .prints("[INFO] Nothing to compile - all classes are up to date.");

        assertThat(project.timestamps(GENERATED)).isEqualTo(generated);
        assertThat(project.timestamps("target/classes")).isEqualTo(compiled);
    }

    @Test
    void whatADeletedDefinitionGaveIsDeletedAndAUsersOwnFileStays() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "deleted-definition");
        project.maven("generate-sources").succeeds();
        Map<String, FileTime> orders = project.timestamps(ORDERS);
        int refunds = project.timestamps(REFUNDS).size();
        assertThat(refunds).isPositive();
        String own = REFUNDS + "/Own.java";
        project.write(own, "package com.acme.refunds;\n\nfinal class Own {}\n");

        project.delete("src/main/saga/refunds");
        project.maven("generate-sources")
                .succeeds()
                .prints("[INFO] Generated " + orders.size() + " files: 0 written, " + orders.size() + " unchanged, "
                        + refunds + " deleted.");

        assertThat(project.timestamps(REFUNDS)).containsOnlyKeys(own);
        assertThat(project.timestamps(ORDERS)).isEqualTo(orders);
    }

    @Test
    void aBrokenDefinitionLeavesWhatAnEarlierRunGenerated() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "broken-later");
        project.maven("generate-sources").succeeds();
        Map<String, FileTime> generated = project.timestamps(GENERATED);

        String definition = "src/main/saga/orders/place-order.saga";
        project.write(definition, project.read(definition).replace("billing.voidAuthorization", "billing.unauthorize"));
        MavenRun run = project.maven("generate-sources").failsWith("1 error in 1 file; nothing was generated");

        assertThat(run.errors()).containsExactly("compensation.unknown-operation at " + definition + ":55:18");
        assertThat(project.timestamps(GENERATED)).isEqualTo(generated);
    }

    @Test
    @Tag("every-maven")
    void modulesAreBuiltAtTheSameTime() throws Exception {
        ItProject project = ItProject.copy("several-modules", "several-modules");

        project.maven("compile", "-T2").succeeds().printsNowhere("thread-safe");

        assertThat(project.file("orders/target/classes/" + WORKFLOW + ".class")).exists();
        assertThat(project.file("orders-yaml/target/classes/" + WORKFLOW + ".class"))
                .exists();
        assertThat(project.timestamps("refunds/" + REFUNDS)).isNotEmpty();
        assertThat(project.file("web/target/classes/com/acme/Main.class")).exists();
        assertThat(project.file("web/" + GENERATED)).doesNotExist();
        assertThat(project.file(GENERATED)).doesNotExist();
    }

    @Test
    @Tag("every-maven")
    void aModuleUsesWhatAnotherOnePublishes() throws Exception {
        ItProject project = ItProject.copy("published", "published");

        project.maven("compile").succeeds();

        assertThat(project.file("stock/target/classes/META-INF/saga/parts/stock.saga.yaml"))
                .exists();
        assertThat(project.file("stock/target/classes/com/acme/stock/Place.class"))
                .exists();
        assertThat(project.file("orders/target/classes/com/acme/orders/order/v1/OrderWorkflowImpl.class"))
                .exists();
        assertThat(project.file("orders/target/classes/com/acme/stock")).doesNotExist();
    }

    @Test
    @Tag("every-maven")
    void eachSideIsBuiltFromTheSamePublishedDefinition() throws Exception {
        ItProject project = ItProject.copy("each-alone", "each-alone");

        project.maven("compile").succeeds().prints("[INFO] Published 1 file; no Java is generated here.");

        assertThat(project.timestamps("definitions/target/classes"))
                .containsOnlyKeys("definitions/target/classes/META-INF/saga/shop.saga");
        assertThat(project.timestamps("billing/target/classes").keySet())
                .contains("billing/target/classes/com/acme/shop/billing/BillingWorker.class")
                .contains("billing/target/classes/com/acme/shop/placeorder/v1/AuthorizationLinkImpl.class")
                .contains("billing/target/classes/com/acme/shop/Row.class")
                .noneMatch(path -> path.contains("/inventory/") || path.contains("/mail/"))
                .noneMatch(path -> path.contains("Refund") && !path.contains("BillingWire"));
        assertThat(project.timestamps("refunds/target/classes").keySet())
                .contains("refunds/target/classes/com/acme/shop/RefundOrderClient.class")
                .contains("refunds/target/classes/com/acme/shop/refundorder/v1/RefundOrderWorker.class")
                .noneMatch(path -> path.contains("placeorder") || path.contains("BillingWorker"));
    }

    @Test
    void whatIsNamedOnTheCommandLineIsFoundOrTheBuildFails() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "named");

        project.maven("saga:generate", "-Dsaga.participants=billing,mail", "-Dsaga.sagas=")
                .succeeds();
        assertThat(project.timestamps(ORDERS).keySet())
                .contains(ORDERS + "/billing/BillingWorker.java", ORDERS + "/mail/MailWorker.java")
                .noneMatch(path -> path.contains("/inventory/"));

        project.maven("saga:generate", "-Dsaga.sagas=PlaceOrders")
                .failsWith("No saga is called `PlaceOrders`. There are: `PlaceOrder`, `RefundOrder`."
                        + " A similar name is `PlaceOrder`. Nothing was generated");
        project.maven("saga:generate", "-Dsaga.publish=yes")
                .failsWith("`publish` is `true`, `false` or `only`, and not `yes`");
        project.maven("saga:generate", "-Dsaga.publish=only", "-Dsaga.participants=billing")
                .failsWith("`publish` is `only`, so that no Java is generated, and `participants` or `sagas` names"
                        + " some");
    }

    @Test
    void nothingIsDoneWhereItIsSkipped() throws Exception {
        ItProject project = ItProject.copy("mistakes", "skipped");

        project.maven("compile", "-Dsaga.skip").succeeds().prints("[INFO] Skipped, because `saga.skip` is set.");

        assertThat(project.file(GENERATED)).doesNotExist();
    }

    @Test
    void aProjectWithoutDefinitionsIsToldSo() throws Exception {
        ItProject project = ItProject.copy("no-definitions", "no-definitions");

        project.maven("compile")
                .succeeds()
                .prints("[INFO] There is nothing to do: no definitions (*.saga, *.saga.yaml, *.saga.yml) are in "
                        + project.file("src/main/saga")
                        + ". If this is unexpected, set `sourceDirectory` to the folder that they are in.");

        assertThat(project.file(GENERATED)).doesNotExist();
        assertThat(project.file("target/classes/com/acme/Main.class")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorOfTheEnvironment() throws Exception {
        ItProject project = ItProject.copy("place-order", "output-is-a-file");
        project.write(GENERATED, "in the way");

        MavenRun run = project.maven("generate-sources");

        run.failsWith("A file or folder cannot be read or written: java.nio.file.FileAlreadyExistsException: "
                        + project.file(GENERATED))
                .prints("[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException");
    }

    private static long generatedTypes(Map<String, FileTime> files) {
        return files.keySet().stream().filter(path -> path.endsWith(".java")).count();
    }
}
