package dev.skald.maven;

import dev.skald.dsl.syntax.DefinitionArchive;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** The modules that a project declares as dependencies, and no others: what they bring along is not looked into. */
final class Dependencies {

    private Dependencies() {}

    /** Their archives, in the order of their names. */
    static List<DefinitionArchive> of(MavenProject project) {
        Set<String> declared = project.getDependencies().stream()
                .map(Dependency::getManagementKey)
                .collect(Collectors.toSet());
        return project.getArtifacts().stream()
                .filter(artifact -> declared.contains(artifact.getDependencyConflictId()))
                .filter(artifact -> artifact.getFile() != null)
                .sorted()
                .map(artifact -> new DefinitionArchive(artifact.getFile().toPath(), labelOf(artifact)))
                .toList();
    }

    /** Where the classes are that the project is compiled with. */
    static List<Path> classPathOf(MavenProject project) {
        return project.getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(Objects::nonNull)
                .map(File::toPath)
                .sorted()
                .toList();
    }

    /** As its jar is called, also where it has not been packaged yet. */
    private static String labelOf(Artifact artifact) {
        return artifact.getArtifactId() + "-" + artifact.getBaseVersion() + ".jar";
    }
}
