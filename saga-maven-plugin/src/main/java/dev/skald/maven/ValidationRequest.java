package dev.skald.maven;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be validated.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the definitions
 * @param report what the findings are written to, where anything is
 */
record ValidationRequest(Path projectDirectory, Path sourceDirectory, Optional<SarifFile> report) {}
