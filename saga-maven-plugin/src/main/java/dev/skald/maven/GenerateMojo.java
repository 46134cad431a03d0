package dev.skald.maven;

import dev.skald.dsl.syntax.DefinitionArchive;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
     * can import what they declare, and build their side of it. With {@code only} that is all that is done: the
     * definitions are checked, and no Java is generated. For example:
     *
     * <pre>
     * &lt;publish&gt;only&lt;/publish&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.publish", defaultValue = "false")
    private String publish;

    /**
     * The participants whose side is generated, by name, whether the project declares them or a dependency publishes
     * them: what the service implements, the worker that serves it and takes its steps in chains, and the messages that
     * these need. With it, nothing else is generated but what {@code sagas} names; without either, all that the project
     * declares. A class that a dependency has is not generated again. Where two packages declare a participant of the
     * same name, the name alone means both, and {@code com.acme.orders.billing} one of them. For example:
     *
     * <pre>
     * &lt;participants&gt;billing&lt;/participants&gt;
     * </pre>
     *
     * <p>or, for several,
     *
     * <pre>
     * &lt;participants&gt;
     *   &lt;participant&gt;billing&lt;/participant&gt;
     *   &lt;participant&gt;inventory&lt;/participant&gt;
     * &lt;/participants&gt;
     * </pre>
     *
     * <p>It cannot be used where {@code publish} is {@code only}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.participants")
    private List<String> participants = List.of();

    /**
     * The sagas whose side is generated, by name, as {@code participants} are: the client that starts one, and of an
     * orchestrated saga all that leads it, its worker included. For example:
     *
     * <pre>
     * &lt;sagas&gt;PlaceOrder&lt;/sagas&gt;
     * </pre>
     *
     * <p>It cannot be used where {@code publish} is {@code only}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.sagas")
    private List<String> sagas = List.of();

    @Override
    GoalResult run() throws IOException {
        Optional<Publishing> publishing = Publishing.of(publish);
        Names names = new Names(participants, sagas);
        if (publishing.isEmpty()) {
            return GoalResult.of(
                    List.of(), List.of(), true, "`publish` is `true`, `false` or `only`, and not `" + publish + "`");
        }
        if (publishing.get() == Publishing.ONLY && !names.isEmpty()) {
            return GoalResult.of(
                    List.of(),
                    List.of(),
                    true,
                    "`publish` is `only`, so that no Java is generated, and `participants` or `sagas` names some");
        }
        return generate(names, publishing.get());
    }

    private GoalResult generate(Names names, Publishing publishing) throws IOException {
        project().addCompileSourceRoot(outputDirectory.getPath());
        if (publishing != Publishing.FALSE) {
            project().addResource(published());
        }
        return SagaBuild.generate(new GenerationRequest(
                definitions(), names, publishing, Dependencies.classPathOf(project()), outputDirectory.toPath()));
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
