package dev.skald.maven;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Checks the saga definitions, and writes nothing but a report, where one is asked for. All findings of all files are
 * printed, notes too, each with its place, its reason and, where one is known, its fix; an error fails the build. At
 * the end stands what the definitions accept, with the reason that they give.
 *
 * <p>{@code generate} finds the same, and leaves notes to this goal. This goal is for the command line, {@code mvn
 * saga:validate}, and for builds that are to fail in their first phase:
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
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.VALIDATE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class ValidateMojo extends SagaMojo {

    /**
     * A file to write all findings to, as SARIF 2.1.0, for services and editors that show them where they are; without
     * it, no report is written. It is written anew each time: also when the build then fails because of an error, and
     * when there are no findings, so that what was found before goes away. Folders that it lies in are made. A relative
     * path begins at the folder of the module, so that each module of a build has a report of its own; an absolute one
     * would be written by each module over the others'. Paths in the report are relative to the folder of the module.
     * For example, {@code mvn saga:validate -Dsaga.sarif=target/saga.sarif}, or:
     *
     * <pre>
     * &lt;sarif&gt;${project.build.directory}/saga.sarif&lt;/sarif&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.sarif")
    private @Nullable File sarif;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    @Override
    GoalResult run() throws IOException {
        Optional<SarifFile> report =
                Optional.ofNullable(sarif).map(file -> new SarifFile(file.toPath(), pluginVersion));
        return SagaBuild.validate(new ValidationRequest(definitions(), report));
    }
}
