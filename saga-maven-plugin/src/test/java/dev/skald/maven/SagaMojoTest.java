package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.skald.dsl.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** How a goal tells what came of it. */
final class SagaMojoTest {

    private static final List<GoalResult.Finding> FINDINGS = List.of(
            new GoalResult.Finding(Severity.ERROR, "error[name.unknown]: wrong\n  --> a.saga:1:2\n"),
            new GoalResult.Finding(Severity.WARNING, "warning[data.unused-result]: odd\n"),
            new GoalResult.Finding(Severity.NOTE, "note[pattern.advice]: by the way\n"));

    private final List<String> printed = new ArrayList<>();

    @Test
    void eachLineOfAFindingIsPrintedAtItsLevel() throws Exception {
        mojo(() -> new GoalResult(FINDINGS, false, "Done.")).execute();

        assertThat(printed)
                .containsExactly(
                        "ERROR error[name.unknown]: wrong",
                        "ERROR   --> a.saga:1:2",
                        "ERROR ",
                        "WARN warning[data.unused-result]: odd",
                        "WARN ",
                        "INFO note[pattern.advice]: by the way",
                        "INFO ",
                        "INFO Done.");
    }

    @Test
    void eachLineOfTheResultIsPrintedWithItsLevel() throws Exception {
        mojo(() -> new GoalResult(List.of(), false, "One.\nTwo.")).execute();

        assertThat(printed).containsExactly("INFO One.", "INFO Two.");
    }

    @Test
    void wrongDefinitionsFailTheBuildAfterTheFindings() {
        SagaMojo mojo = mojo(() -> new GoalResult(FINDINGS.subList(0, 1), true, "1 error in 1 file"));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessage("1 error in 1 file")
                .withNoCause();
        assertThat(printed).hasSize(3);
    }

    @Test
    void aBrokenEnvironmentIsAnErrorWithItsCause() {
        IOException cause = new AccessDeniedException("src/main/saga");
        SagaMojo mojo = mojo(() -> {
            throw cause;
        });

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessage("A file or folder cannot be read or written: "
                        + "java.nio.file.AccessDeniedException: src/main/saga")
                .withCause(cause);
    }

    private SagaMojo mojo(Work work) {
        SagaMojo mojo = new SagaMojo() {
            @Override
            GoalResult run() throws IOException {
                return work.run();
            }
        };
        mojo.setLog(new RecordingLog());
        return mojo;
    }

    @FunctionalInterface
    private interface Work {
        GoalResult run() throws IOException;
    }

    private final class RecordingLog extends SystemStreamLog {

        @Override
        public void error(CharSequence line) {
            printed.add("ERROR " + line);
        }

        @Override
        public void warn(CharSequence line) {
            printed.add("WARN " + line);
        }

        @Override
        public void info(CharSequence line) {
            printed.add("INFO " + line);
        }
    }
}
