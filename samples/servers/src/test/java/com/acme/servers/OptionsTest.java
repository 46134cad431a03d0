package com.acme.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls the demo rightly and wrongly. */
final class OptionsTest {

    @Test
    void nothingNeedBeSaid() {
        assertThat(Options.parse())
                .isEqualTo(new Options(Optional.empty(), "default", Optional.empty(), Optional.empty(), false));
    }

    @Test
    void everythingCanBeSaid() {
        Options options = Options.parse(
                "--target",
                "localhost:7233",
                "--namespace",
                "shop",
                "--web-ui",
                "http://localhost:1234",
                "--ask",
                "60",
                "--stay");

        assertThat(options)
                .isEqualTo(new Options(
                        Optional.of("localhost:7233"),
                        "shop",
                        Optional.of(URI.create("http://localhost:1234")),
                        Optional.of(Duration.ofMinutes(1)),
                        true));
    }

    @Test
    void whatIsSaidLastCounts() {
        assertThat(Options.parse("--ask", "60", "--ask", "600").ask()).contains(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--colour | Unknown option: --colour (see ./demo --help).",
                "--target | --target needs a value of the form HOST:PORT (see ./demo --help).",
                "--target localhost | --target needs a value of the form HOST:PORT (see ./demo --help).",
                "--target localhost:99999 | There is no port 99999, the highest is 65535.",
                "--target localhost:7233 --web-ui here | --web-ui needs a value of the form URL (see ./demo --help).",
                "--ask soon | --ask needs a value of the form SECONDS (see ./demo --help).",
                "--namespace shop | --namespace and --web-ui belong to --target HOST:PORT (see ./demo --help)."
            })
    void mistakeIsNamedInOneSentence(String arguments, String sentence) {
        DemoFailed failed = catchThrowableOfType(DemoFailed.class, () -> Options.parse(arguments.split(" ")));

        assertThat(failed).hasMessage(sentence);
        assertThat(failed.exitCode()).isEqualTo(2);
    }
}
