package dev.skald.maven;

import java.nio.file.Path;

/**
 * What is to be converted.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the definitions
 * @param subject the definition that is to be converted, or a folder of them
 * @param overwrite whether a file of the other notation that is there already is written anew
 */
record ConversionRequest(Path projectDirectory, Path sourceDirectory, Path subject, boolean overwrite) {}
