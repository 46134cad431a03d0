package dev.skald.maven;

import java.nio.file.Path;

/**
 * What is to be formatted.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the definitions
 * @param check whether to find what is not formatted, and to write nothing
 */
record FormatRequest(Path projectDirectory, Path sourceDirectory, boolean check) {}
