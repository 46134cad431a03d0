package dev.skald.maven;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.DefinitionArchive;
import dev.skald.dsl.syntax.DefinitionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compiled together.
 *
 * @param projectDirectory the folder that paths are printed relative to
 * @param sourceDirectory the folder of the project's own definitions, which need not exist
 * @param dependencies the modules whose published definitions may be imported
 */
record Definitions(Path projectDirectory, Path sourceDirectory, List<DefinitionArchive> dependencies) {

    Definitions {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * The project's own definitions.
     *
     * @throws IOException where the folder cannot be read
     */
    List<Result<SourceFile>> own() throws IOException {
        if (Files.exists(sourceDirectory) && !Files.isDirectory(sourceDirectory)) {
            throw new NotDirectoryException(sourceDirectory.toString());
        }
        try {
            return new DefinitionFolder(sourceDirectory, projectDirectory).read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * What the dependencies publish.
     *
     * @throws IOException where one of them cannot be read
     */
    List<Result<SourceFile>> imported() throws IOException {
        List<Result<SourceFile>> imported = new ArrayList<>();
        for (DefinitionArchive dependency : dependencies) {
            imported.addAll(dependency.read());
        }
        return imported;
    }
}
