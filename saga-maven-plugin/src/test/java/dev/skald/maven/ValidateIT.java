package dev.skald.maven;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code saga:validate} from the command line, in real projects. */
final class ValidateIT {

    private static final String PLACE_ORDER = "src/main/saga/place-order.saga";

    @Test
    void aGoodProjectIsCheckedAndNothingIsWritten() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "validate");

        project.maven("saga:validate").succeeds().prints("[INFO] No errors in 2 files.");

        assertThat(project.file("target")).doesNotExist();
    }

    @Test
    @Tag("every-maven")
    void fiveMistakesInTwoFilesAreFoundInOneRun() throws Exception {
        ItProject project = ItProject.copy("mistakes", "mistakes");

        MavenRun run = project.maven("saga:validate").failsWith("5 errors in 2 files");

        assertThat(run.errors())
                .containsExactly(
                        "type.mismatch at src/main/saga/place-order.saga:47:90",
                        "compensation.unknown-operation at src/main/saga/place-order.saga:55:18",
                        "compensation.missing at src/main/saga/place-order.saga:60:8",
                        "pivot.order at src/main/saga/place-order.saga:64:8",
                        "name.unknown at src/main/saga/refund.saga:17:50");
        run.prints("[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException")
                .printsNowhere("\tat ");
    }

    @Test
    void theSameFiveMistakesAreFoundInYaml() throws Exception {
        ItProject project = ItProject.copy("mistakes-yaml", "mistakes-yaml");

        MavenRun run = project.maven("saga:validate").failsWith("5 errors in 2 files");

        assertThat(run.errors())
                .containsExactly(
                        "type.mismatch at src/main/saga/place-order.saga.yaml:72:23",
                        "compensation.unknown-operation at src/main/saga/place-order.saga.yaml:89:17",
                        "compensation.missing at src/main/saga/place-order.saga.yaml:95:15",
                        "pivot.order at src/main/saga/place-order.saga.yaml:107:15",
                        "name.unknown at src/main/saga/refund.saga.yaml:31:21");
    }

    @Test
    void aFindingIsASnippetWithTheLevelBeforeEachLine() throws Exception {
        ItProject project = ItProject.copy("place-order", "snippet");
        project.write(PLACE_ORDER, project.read(PLACE_ORDER).replace("billing.voidAuth", "billing.voidauth"));

        project.maven("saga:validate")
                .failsWith("1 error in 1 file")
                .prints(
                        "[ERROR] error[compensation.unknown-operation]: step `authorization` is compensated by"
                                + " `billing.voidauthorization`, which is not declared",
                        "[ERROR]   --> src/main/saga/place-order.saga:55:18",
                        "[ERROR]    |",
                        "[ERROR] 55 |       compensate billing.voidauthorization(order.orderId) {",
                        "[ERROR]    |                  ^^^^^^^^^^^^^^^^^^^^^^^^^",
                        "[ERROR] help: participant `billing` has an operation with a similar name:"
                                + " `voidAuthorization` (line 28)",
                        "[ERROR] ");
    }

    @Test
    void aByteOrderMarkAndLineBreaksOfWindowsMoveNoColumn() throws Exception {
        ItProject project = ItProject.copy("mistakes", "windows");
        project.write(PLACE_ORDER, "\uFEFF" + project.read(PLACE_ORDER).replace("\n", "\r\n"));

        MavenRun run = project.maven("saga:validate").failsWith("5 errors in 2 files");

        assertThat(run.errors()).startsWith("type.mismatch at " + PLACE_ORDER + ":47:90");
    }

    @Test
    void aFileThatIsNotUtf8IsAFindingAmongOthers() throws Exception {
        ItProject project = ItProject.copy("mistakes", "not-utf-8");
        project.writeBytes("src/main/saga/latin.saga", "// Grüße\npackage com.acme.latin\n".getBytes(ISO_8859_1));

        MavenRun run = project.maven("saga:validate").failsWith("5 errors in 2 files");

        // Not the unknown name: it may be declared in the file that cannot be read.
        assertThat(run.errors())
                .containsExactly(
                        "syntax.unreadable at src/main/saga/latin.saga:1:6",
                        "type.mismatch at src/main/saga/place-order.saga:47:90",
                        "compensation.unknown-operation at src/main/saga/place-order.saga:55:18",
                        "compensation.missing at src/main/saga/place-order.saga:60:8",
                        "pivot.order at src/main/saga/place-order.saga:64:8");
    }

    @Test
    @Tag("every-maven")
    void findingsAreWrittenAsSarifAndGoAwayWithTheMistakes() throws Exception {
        ItProject project = ItProject.copy("mistakes", "sarif");

        project.maven("saga:validate", "-Dsaga.sarif=target/reports/saga.sarif").failsWith("5 errors in 2 files");

        String report = project.read("target/reports/saga.sarif");
        assertThat(report)
                .contains("\"version\" : \"" + System.getProperty("it.skald.version") + "\"")
                .containsSubsequence(
                        "\"ruleId\" : \"type.mismatch\"",
                        "\"uri\" : \"src/main/saga/place-order.saga\"",
                        "\"startLine\" : 47",
                        "\"startColumn\" : 90",
                        "\"ruleId\" : \"name.unknown\"",
                        "\"uri\" : \"src/main/saga/refund.saga\"")
                .doesNotContain(project.file("").toString());

        project.delete("src/main/saga");
        project.maven("saga:validate", "-Dsaga.sarif=target/reports/saga.sarif").succeeds();

        assertThat(project.read("target/reports/saga.sarif"))
                .contains("\"results\" : [ ]")
                .startsWith(report.substring(0, report.indexOf("\"results\"")));
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorOfTheEnvironment() throws Exception {
        ItProject project = ItProject.copy("place-order", "sarif-is-a-folder");

        project.maven("saga:validate", "-Dsaga.sarif=src")
                .failsWith("A file or folder cannot be read or written: java.nio.file.FileSystemException: "
                        + project.file("src") + ": the SARIF report cannot be written there: it is a folder");
    }
}
