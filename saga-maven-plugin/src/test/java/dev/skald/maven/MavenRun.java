package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a run of Maven.
 *
 * @param succeeded whether the build was a success
 * @param output the lines it printed
 */
record MavenRun(boolean succeeded, List<String> output) {

    /** Checks that the build was a success. */
    MavenRun succeeds() {
        assertThat(succeeded).as(text()).isTrue();
        return this;
    }

    /** Checks that the build failed, and that Maven gave {@code reason} for it. */
    MavenRun failsWith(String reason) {
        assertThat(succeeded).as(text()).isFalse();
        String failure = output.stream()
                .filter(line -> line.startsWith("[ERROR] Failed to execute goal"))
                .findFirst()
                .orElse("");
        assertThat(failure).as(text()).contains(": " + reason + " -> ");
        return this;
    }

    /** Checks that these lines were printed, one behind the other. */
    MavenRun prints(String... lines) {
        assertThat(output).as(text()).containsSequence(lines);
        return this;
    }

    /** Checks that no line holds this text. */
    MavenRun printsNowhere(String text) {
        assertThat(output).noneMatch(line -> line.contains(text));
        return this;
    }

    /** The errors that were found in definitions, in the order printed: {@code id at file:line:column}. */
    List<String> errors() {
        String id = "\\[ERROR] error\\[([a-z.-]+)]: .*";
        String place = "\\[ERROR] *--> (.*)";
        Matcher matcher = Pattern.compile("(?m)^" + id + "\n" + place + "$").matcher(text());
        return matcher.results()
                .map(found -> found.group(1) + " at " + found.group(2))
                .toList();
    }

    private String text() {
        return String.join("\n", output);
    }
}
