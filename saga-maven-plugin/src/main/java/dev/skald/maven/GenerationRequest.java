package dev.skald.maven;

import java.nio.file.Path;

/**
 * What is to be generated, and to where.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the definitions
 * @param outputDirectory the folder of the generated files
 */
record GenerationRequest(Path projectDirectory, Path sourceDirectory, Path outputDirectory) {}
