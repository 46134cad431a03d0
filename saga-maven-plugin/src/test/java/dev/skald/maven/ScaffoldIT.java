package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code saga:scaffold} from the command line, in real projects, which are then compiled with it. */
final class ScaffoldIT {

    private static final String SOURCES = "src/main/java";
    private static final String BILLING = "com/acme/orders/billing/Billing";
    private static final String MAIL = "com/acme/orders/mail/Mail";

    @Test
    @Tag("every-maven")
    void whatIsScaffoldedCompilesWithoutWarningsAndIsNeverOverwritten() throws Exception {
        ItProject project = ItProject.copy("place-order", "scaffold");

        project.maven("saga:scaffold")
                .succeeds()
                .prints("[INFO] Written: " + SOURCES + "/" + BILLING + ".java")
                .prints("[INFO] Scaffolded 4 participants: 4 written, 0 left alone.");
        assertThat(project.file("target")).doesNotExist();
        project.maven("compile").succeeds().printsNowhere("[WARNING]");
        assertThat(project.file("target/classes/" + BILLING + ".class")).exists();

        String edited = project.read(SOURCES + "/" + BILLING + ".java").replace("is not written yet", "comes tomorrow");
        project.write(SOURCES + "/" + BILLING + ".java", edited);
        project.delete(SOURCES + "/" + MAIL + ".java");
        Map<String, FileTime> before = project.timestamps(SOURCES);
        project.maven("saga:scaffold")
                .succeeds()
                .prints("[INFO] Left alone, because it is there already: " + SOURCES + "/" + BILLING + ".java")
                .prints("[INFO] Written: " + SOURCES + "/" + MAIL + ".java")
                .prints("[INFO] Scaffolded 4 participants: 1 written, 3 left alone.");

        assertThat(project.read(SOURCES + "/" + BILLING + ".java")).isEqualTo(edited);
        assertThat(project.timestamps(SOURCES)).containsAllEntriesOf(before);
        project.maven("compile").succeeds();
    }

    @Test
    void onlyTheParticipantsThatAreNamedAreWritten() throws Exception {
        ItProject project = ItProject.copy("place-order-yaml", "scaffold-two");

        project.maven("saga:scaffold", "-Dsaga.participants=billing,mail", "-Dsaga.scaffoldDirectory=services")
                .succeeds()
                .prints("[INFO] Scaffolded 2 participants: 2 written, 0 left alone.");

        assertThat(project.timestamps("services"))
                .containsOnlyKeys("services/" + BILLING + ".java", "services/" + MAIL + ".java");
    }

    @Test
    void aParticipantThatIsNotDeclaredIsToldWithThoseThatAre() throws Exception {
        ItProject project = ItProject.copy("place-order", "scaffold-unknown");

        project.maven("saga:scaffold", "-Dsaga.participants=mail,biling")
                .failsWith("No participant with operations is called `biling`. There are: `inventory`, `billing`,"
                        + " `shipping`, `mail`. A similar name is `billing`. Nothing was scaffolded");

        assertThat(project.timestamps(SOURCES)).containsOnlyKeys(SOURCES + "/com/acme/shop/Receipt.java");
    }

    @Test
    void wrongDefinitionsAreReportedAndNothingIsWritten() throws Exception {
        ItProject project = ItProject.copy("mistakes", "scaffold-mistakes");

        MavenRun run = project.maven("saga:scaffold").failsWith("5 errors in 2 files; nothing was scaffolded");

        assertThat(run.errors()).hasSize(5);
        assertThat(project.file(SOURCES)).doesNotExist();
    }

    @Test
    void nothingIsDoneWhereItIsSkipped() throws Exception {
        ItProject project = ItProject.copy("mistakes", "scaffold-skipped");

        project.maven("saga:scaffold", "-Dsaga.skip").succeeds();

        assertThat(project.file(SOURCES)).doesNotExist();
    }
}
