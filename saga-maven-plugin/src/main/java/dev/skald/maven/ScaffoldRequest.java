package dev.skald.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Which participants are to be scaffolded, and to where.
 *
 * @param definitions what is compiled
 * @param scaffoldDirectory the folder of the project's own Java code
 * @param participants their names, simple or with their package; none for all of them
 */
record ScaffoldRequest(Definitions definitions, Path scaffoldDirectory, List<String> participants) {

    ScaffoldRequest {
        participants = participants.stream()
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .toList();
    }

    /** The folder that is written to, as it is printed. */
    String folder() {
        Path project = definitions.projectDirectory();
        Path folder = scaffoldDirectory.startsWith(project) ? project.relativize(scaffoldDirectory) : scaffoldDirectory;
        return folder.toString().replace(File.separatorChar, '/');
    }
}
