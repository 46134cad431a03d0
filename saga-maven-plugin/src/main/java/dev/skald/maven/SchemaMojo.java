package dev.skald.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skald.codegen.output.AtomicFiles;
import dev.skald.dsl.syntax.yaml.YamlSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes the JSON Schema of the YAML notation, with which editors complete, explain and check a definition while it is
 * written. It reads no definition:
 *
 * <pre>
 * mvn saga:schema -Dsaga.schema=.schemas/saga.schema.json
 * </pre>
 *
 * <p>An editor with a YAML language server takes it from a comment in a definition's first line, its path relative to
 * the definition:
 *
 * <pre>
 * # yaml-language-server: $schema=../../../.schemas/saga.schema.json
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "schema", threadSafe = true)
public final class SchemaMojo extends AbstractMojo {

    /**
     * The file to write, over the one that may be there. Folders that it lies in are made. For example:
     *
     * <pre>
     * &lt;schema&gt;${project.basedir}/.schemas/saga.schema.json&lt;/schema&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.schema", defaultValue = "${project.build.directory}/saga.schema.json", required = true)
    private File schema;

    /**
     * Whether to do nothing at all. For example:
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
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped, because `saga.skip` is set.");
            return;
        }
        Path file = schema.toPath();
        if (Files.isDirectory(file)) {
            throw new MojoExecutionException("The schema cannot be written to " + file + ": it is a folder");
        }
        try {
            AtomicFiles.write(file, YamlSchema.text().getBytes(UTF_8));
        } catch (IOException e) {
            throw new MojoExecutionException("The schema cannot be written to " + file + ": " + e, e);
        }
        getLog().info("Written: " + shown(file));
    }

    /** The path as people know it: from the folder of the project, where the file is in there. */
    private String shown(Path file) {
        Path directory = project.getBasedir().toPath();
        return file.startsWith(directory)
                ? directory.relativize(file).toString().replace(File.separatorChar, '/')
                : file.toString();
    }
}
