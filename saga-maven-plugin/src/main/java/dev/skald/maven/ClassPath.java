package dev.skald.maven;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes that a project's dependencies bring; nothing is loaded from there. */
final class ClassPath implements AutoCloseable {

    private final URLClassLoader classes;

    private ClassPath(URLClassLoader classes) {
        this.classes = classes;
    }

    /**
     * Looks into archives.
     *
     * @param archives jars, or the folders that jars are made from; one that does not exist holds nothing
     */
    static ClassPath of(List<Path> archives) throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (Path archive : archives) {
            places.add(archive.toUri().toURL());
        }
        return new ClassPath(new URLClassLoader(places.toArray(URL[]::new), null));
    }

    /** Whether there is a class of that qualified name. */
    boolean has(String type) {
        return classes.findResource(type.replace('.', '/') + ".class") != null;
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
