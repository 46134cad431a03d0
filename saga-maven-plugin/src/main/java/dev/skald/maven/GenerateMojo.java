package dev.skald.maven;

import dev.skald.dsl.syntax.DefinitionArchive;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java code from the saga definitions, and adds it to what the project compiles.
 *
 * <p>All errors and warnings of all files are printed, each with its place, its reason and, where one is known, its
 * fix; of notes only the number, for {@code validate} prints them. A warning fails no build. While an error stands,
 * nothing is written, and what an earlier run generated is left alone. A file is written only when its content changes,
 * so that nothing is compiled again without need; what was generated from a definition that is gone is deleted.
 *
 * <p>It is bound to {@code generate-sources}:
 *
 * <pre>
 * &lt;execution&gt;
 *   &lt;goals&gt;
 *     &lt;goal&gt;generate&lt;/goal&gt;
 *   &lt;/goals&gt;
 * &lt;/execution&gt;
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends SagaMojo {

    /**
     * The folder that is generated into; it is compiled with the project's own sources. Files in it that Skald has not
     * generated are left alone. Each execution needs a folder of its own: two that share one would delete each other's
     * files. For example:
     *
     * <pre>
     * &lt;outputDirectory&gt;${project.build.directory}/generated-sources/orders&lt;/outputDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "saga.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/saga",
            required = true)
    private File outputDirectory;

    /**
     * Whether the module's definitions go into its jar, below {@code META-INF/saga}, so that modules which depend on it
     * can import what they declare. For example:
     *
     * <pre>
     * &lt;publish&gt;true&lt;/publish&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.publish", defaultValue = "false")
    private boolean publish;

    @Override
    GoalResult run() throws IOException {
        project().addCompileSourceRoot(outputDirectory.getPath());
        if (publish) {
            project().addResource(published());
        }
        return SagaBuild.generate(new GenerationRequest(definitions(), outputDirectory.toPath()));
    }

    /** The definitions as a resource of the project: what else lies beside them stays where it is. */
    private Resource published() {
        Resource definitions = new Resource();
        definitions.setDirectory(sourceDirectory().toString());
        definitions.setTargetPath(DefinitionArchive.FOLDER);
        definitions.setIncludes(List.of("**/*.saga", "**/*.saga.yaml", "**/*.saga.yml"));
        return definitions;
    }
}
