package dev.skald.maven;

import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts the definitions in the {@code .saga} notation into their one canonical layout: {@code mvn saga:format}. All
 * comments are kept where they are, and empty lines between declarations and statements, one at most; no word is
 * changed. Formatting what is formatted changes nothing. Definitions in YAML are left to the tools for YAML.
 *
 * <p>A file with an error of syntax is left as it is; the error is reported and fails the build, after the other files
 * were formatted. A file is written in one go, and only if its text changes.
 *
 * <p>In a build that is to refuse what is not formatted, {@code check} writes nothing and fails instead:
 *
 * <pre>
 * &lt;execution&gt;
 *   &lt;goals&gt;
 *     &lt;goal&gt;format&lt;/goal&gt;
 *   &lt;/goals&gt;
 *   &lt;phase&gt;validate&lt;/phase&gt;
 *   &lt;configuration&gt;
 *     &lt;check&gt;true&lt;/check&gt;
 *   &lt;/configuration&gt;
 * &lt;/execution&gt;
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "format", threadSafe = true)
public final class FormatMojo extends SagaMojo {

    /**
     * Whether to write nothing, and to fail with the list of the files that are not in their canonical layout. For
     * example, {@code mvn saga:format -Dsaga.check=true}, or:
     *
     * <pre>
     * &lt;check&gt;true&lt;/check&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.check", defaultValue = "false")
    private boolean check;

    @Override
    GoalResult run() throws IOException {
        return SagaBuild.format(new FormatRequest(projectDirectory(), sourceDirectory(), check));
    }
}
