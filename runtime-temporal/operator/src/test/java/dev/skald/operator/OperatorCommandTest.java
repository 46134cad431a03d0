package dev.skald.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the operator's command line says to a person before any server is asked. */
final class OperatorCommandTest {

    private final StringWriter said = new StringWriter();

    @Test
    void theHelpNamesEveryVerbAndHowToConnect() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString().replaceAll("\\s+", " "))
                .contains("retry, confirmDone, confirmNotDone, skip, abandon", "--query", "--rate", "TEMPORAL_ADDRESS");
    }

    @Test
    void whoAsksAndWhyMustBeSaid() {
        assertThat(run("retry")).isEqualTo(2);
        assertThat(said.toString()).contains("--by", "--reason");
    }

    @Test
    void aVerbForOneStepNamesIt() {
        assertThat(run("skip", "--by", "ann", "--reason", "x")).isEqualTo(2);
        assertThat(said.toString()).contains("skip needs --step");
    }

    @Test
    void aResultThatIsNoJsonIsRefusedBeforeAnySagaIsAsked() {
        assertThat(run("confirmDone", "--step", "one", "--result", "{", "--by", "ann", "--reason", "x"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--result is not JSON: {");
    }

    @Test
    void aRateBelowOneIsRefused() {
        assertThat(run("retry", "--rate", "0", "--by", "ann", "--reason", "x")).isEqualTo(2);
        assertThat(said.toString()).contains("--rate must be at least 1");
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() {
        assertThat(run("retry", "--address", "127.0.0.1:1", "--by", "ann", "--reason", "x"))
                .isEqualTo(1);
        assertThat(said.toString()).startsWith("The server cannot be asked: ").hasLineCount(1);
    }

    @Test
    @Tag("real-server")
    void whereNothingIsStuckNothingIsDone() {
        String target = System.getProperty("skald.target", "127.0.0.1:7233");

        assertThat(run(
                        "retry",
                        "--address",
                        target,
                        "--query",
                        "WorkflowType = 'no.such.Saga.v1'",
                        "--by",
                        "ann",
                        "--reason",
                        "x"))
                .isZero();
        assertThat(said.toString().trim()).isEqualTo("0 found, 0 took retry");
    }

    private int run(String... arguments) {
        CommandLine command = OperatorCommand.commandLine();
        PrintWriter writer = new PrintWriter(said, true);
        return command.setOut(writer).setErr(writer).execute(arguments);
    }
}
