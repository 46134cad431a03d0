package dev.skald.maven;

import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the saga definitions, and writes nothing. All findings of all files are printed, each with its place, its
 * reason and, where one is known, its fix; an error fails the build.
 *
 * <p>{@code generate} finds the same. This goal is for the command line, {@code mvn saga:validate}, and for builds that
 * are to fail in their first phase:
 *
 * <pre>
 * &lt;execution&gt;
 *   &lt;goals&gt;
 *     &lt;goal&gt;validate&lt;/goal&gt;
 *   &lt;/goals&gt;
 * &lt;/execution&gt;
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends SagaMojo {

    @Override
    GoalResult run() throws IOException {
        return SagaBuild.validate(new ValidationRequest(projectDirectory(), sourceDirectory()));
    }
}
