package dev.skald.maven;

import dev.skald.dsl.diagnostic.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What all goals have in common: they may be skipped, they read a folder of definitions, and they tell what came of it.
 */
abstract class SagaMojo extends AbstractMojo {

    /**
     * The folder of the definitions. It is searched with all its subfolders for files that end in {@code .saga},
     * {@code .saga.yaml} or {@code .saga.yml}; a link that leads out of it is an error. All files together are one
     * compilation: what one declares, the others may use. A folder that does not exist holds no definitions, which is
     * no error. For example:
     *
     * <pre>
     * &lt;sourceDirectory&gt;${project.basedir}/src/main/definitions&lt;/sourceDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.sourceDirectory", defaultValue = "${project.basedir}/src/main/saga", required = true)
    private File sourceDirectory;

    /**
     * Whether to do nothing at all: no definition is read, no file is written or deleted, and what an earlier run
     * generated is not compiled. It goes before every other parameter. For example:
     *
     * <pre>
     * &lt;skip&gt;true&lt;/skip&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because `saga.skip` is set.");
            return;
        }
        GoalResult result = perform();
        // One module at a time, so that in a parallel build nobody's lines get between those of a snippet.
        synchronized (SagaMojo.class) {
            result.findings().forEach(this::print);
        }
        if (result.failed()) {
            throw new MojoFailureException(result.sentence());
        }
        result.sentence().lines().forEach(getLog()::info);
    }

    /** Does what the goal is for. */
    abstract GoalResult run() throws IOException;

    /** The project that is built. */
    final MavenProject project() {
        return project;
    }

    /** The folder that paths are printed relative to. */
    final Path projectDirectory() {
        return project.getBasedir().toPath();
    }

    /** The definitions that are compiled. */
    final Definitions definitions() {
        return new Definitions(projectDirectory(), sourceDirectory(), Dependencies.of(project));
    }

    /** The folder of the definitions. */
    final Path sourceDirectory() {
        return sourceDirectory.toPath();
    }

    private GoalResult perform() throws MojoExecutionException {
        try {
            return run();
        } catch (IOException e) {
            throw new MojoExecutionException("A file or folder cannot be read or written: " + e, e);
        }
    }

    /** Line by line: Maven puts the level in front of a message, and so in front of its first line only. */
    private void print(GoalResult.Finding finding) {
        finding.snippet().lines().forEach(line -> print(finding.severity(), line));
        print(finding.severity(), "");
    }

    private void print(Severity severity, String line) {
        switch (severity) {
            case ERROR -> getLog().error(line);
            case WARNING -> getLog().warn(line);
            case NOTE -> getLog().info(line);
        }
    }
}
