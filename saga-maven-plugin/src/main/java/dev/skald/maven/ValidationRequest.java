package dev.skald.maven;

import java.nio.file.Path;

/**
 * What is to be validated.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the definitions
 */
record ValidationRequest(Path projectDirectory, Path sourceDirectory) {}
