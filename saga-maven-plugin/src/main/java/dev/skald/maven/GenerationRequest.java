package dev.skald.maven;

import java.nio.file.Path;

/**
 * What is to be generated, and to where.
 *
 * @param definitions what is compiled
 * @param outputDirectory the folder of the generated files
 */
record GenerationRequest(Definitions definitions, Path outputDirectory) {}
