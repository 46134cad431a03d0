package dev.skald.maven;

import java.io.File;
import java.nio.file.Path;

/**
 * Which participants are to be scaffolded, and to where.
 *
 * @param definitions what is compiled
 * @param scaffoldDirectory the folder of the project's own Java code
 * @param names of participants; empty for all that the project declares
 */
record ScaffoldRequest(Definitions definitions, Path scaffoldDirectory, Names names) {

    /** The folder that is written to, as it is printed. */
    String folder() {
        Path project = definitions.projectDirectory();
        Path folder = scaffoldDirectory.startsWith(project) ? project.relativize(scaffoldDirectory) : scaffoldDirectory;
        return folder.toString().replace(File.separatorChar, '/');
    }
}
