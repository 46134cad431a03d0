package dev.skald.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be generated, and to where.
 *
 * @param definitions what is compiled
 * @param names what is asked for by name; empty for all that the project declares
 * @param publishing what becomes of the definitions
 * @param dependencies where classes may be that need not be generated again
 * @param outputDirectory the folder of the generated files
 */
record GenerationRequest(
        Definitions definitions, Names names, Publishing publishing, List<Path> dependencies, Path outputDirectory) {

    GenerationRequest {
        dependencies = List.copyOf(dependencies);
    }
}
