package dev.skald.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a definition in the other notation, beside the file that it is in: {@code place-order.saga.yaml} for
 * {@code place-order.saga}, and the other way round. It is called by hand:
 *
 * <pre>
 * mvn saga:convert -Dsaga.file=src/main/saga/place-order.saga
 * </pre>
 *
 * <p>The meaning is kept: what is written is read again and compared before it is written, and a definition that names
 * what is declared nowhere, or that uses a word that is reserved for later, is refused. The layout is not kept: it is
 * the other notation's. Every comment goes with what it stands above, or beside, and then stands above it; one at the
 * end of a block stands above what follows the block.
 *
 * <p>Both files declare the same, and the next build refuses to read both: one of them has to go. A file of the other
 * notation that is there already is left alone, unless {@code overwrite} says otherwise.
 *
 * @since 0.1.0
 */
@Mojo(name = "convert", threadSafe = true)
public final class ConvertMojo extends SagaMojo {

    /**
     * The definition to convert, or a folder of them, each of which is converted; without it, all of the project. It
     * lies in the folder of the definitions. A relative path begins at the folder of the module. For example:
     *
     * <pre>
     * &lt;file&gt;src/main/saga/place-order.saga&lt;/file&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.file")
    private @Nullable File file;

    /**
     * Whether a file of the other notation that is there already is written anew. What was in it is lost. For example,
     * {@code mvn saga:convert -Dsaga.file=src/main/saga -Dsaga.overwrite=true}, or:
     *
     * <pre>
     * &lt;overwrite&gt;true&lt;/overwrite&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "saga.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Override
    GoalResult run() throws IOException {
        return SagaBuild.convert(new ConversionRequest(
                projectDirectory(), sourceDirectory(), file == null ? sourceDirectory() : file.toPath(), overwrite));
    }
}
