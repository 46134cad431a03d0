package dev.skald.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes a first implementation of each participant into the project's own sources, for its team to go on from. It is
 * called by hand, once for each participant:
 *
 * <pre>
 * mvn saga:scaffold -Dsaga.participants=billing
 * </pre>
 *
 * <p>The class is called as the participant is, and stands in the package of the interface that it implements:
 * {@code com.acme.orders.billing.Billing} implements {@code BillingActivities}. It compiles with what {@code generate}
 * makes. Its operations say what they have to keep, and throw until somebody writes them: a saga that calls them asks
 * again, and never takes anything for done that was not.
 *
 * <p>No file is ever overwritten, nor written through a link that leads out of the folder: what is in the way is left
 * alone, byte by byte, and named. While a definition has an error, or a participant is not declared, nothing is
 * written.
 *
 * @since 0.1.0
 */
@Mojo(name = "scaffold", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class ScaffoldMojo extends SagaMojo {

    /**
     * The participants to write, by name, whether the project declares them or a dependency publishes them; where two
     * packages declare one of the same name, the name alone means both, and {@code com.acme.orders.billing} one of
     * them. Without it, all that the project declares. It means what it means to {@code generate}. For example:
     *
     * <pre>
     * &lt;participants&gt;
     *   &lt;participant&gt;billing&lt;/participant&gt;
     *   &lt;participant&gt;inventory&lt;/participant&gt;
     * &lt;/participants&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.participants")
    private List<String> participants = List.of();

    /**
     * The folder that is written to, which the project should compile. By default it is the project's folder of
     * sources, {@code src/main/java} unless the project says otherwise. For example:
     *
     * <pre>
     * &lt;scaffoldDirectory&gt;${project.basedir}/src/main/services&lt;/scaffoldDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.scaffoldDirectory", defaultValue = "${project.build.sourceDirectory}", required = true)
    private File scaffoldDirectory;

    @Override
    GoalResult run() throws IOException {
        return SagaBuild.scaffold(
                new ScaffoldRequest(definitions(), scaffoldDirectory.toPath(), new Names(participants, List.of())));
    }
}
