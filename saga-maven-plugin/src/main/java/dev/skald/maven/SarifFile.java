package dev.skald.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skald.codegen.output.AtomicFiles;
import dev.skald.dsl.diagnostic.Accepted;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.SarifReport;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that findings are to be written to.
 *
 * @param path where it is, or will be
 * @param toolVersion which Skald has found them
 */
record SarifFile(Path path, String toolVersion) {

    /**
     * Writes the file anew, also where there are no findings.
     *
     * @throws IOException which names the file, if it cannot be written
     */
    void write(List<Diagnostic> findings, List<Accepted> accepted) throws IOException {
        if (Files.isDirectory(path)) {
            throw failure("it is a folder");
        }
        try {
            AtomicFiles.write(
                    path, SarifReport.of(findings, accepted, toolVersion).getBytes(UTF_8));
        } catch (IOException e) {
            IOException failure = failure(e.toString());
            failure.initCause(e);
            throw failure;
        }
    }

    private IOException failure(String reason) {
        return new FileSystemException(path.toString(), null, "the SARIF report cannot be written there: " + reason);
    }
}
