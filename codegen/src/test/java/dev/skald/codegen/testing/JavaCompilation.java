package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles generated code as strictly as javac can: every warning is an error. */
public final class JavaCompilation {

    private JavaCompilation() {}

    /** Fails with javac's own words unless the files compile; the classes go to {@code output}. */
    public static void assertCompiles(List<GeneratedFile> files, Path output) {
        compile(files, List.of("-d", output.toString()));
    }

    /** Fails with javac's own words unless the files are correct; faster, because no classes are written. */
    public static void assertIsCorrect(List<GeneratedFile> files) {
        compile(files, List.of("-XDshould-stop.ifNoError=FLOW"));
    }

    private static void compile(List<GeneratedFile> files, List<String> more) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        List<String> options = new ArrayList<>(more);
        // Jars name others in their manifests that are not there; that is no fault of the code's.
        options.addAll(List.of("--release", "17", "-Xlint:all,-path", "-Werror", "-proc:none"));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        boolean compiled = compiler.getTask(words, null, null, options, null, sources(files))
                .call();
        assertThat(compiled).as("%s", words).isTrue();
    }

    /** Loads what {@link #assertCompiles} has compiled. */
    public static ClassLoader load(Path output) {
        try {
            return new URLClassLoader(new URL[] {output.toUri().toURL()}, JavaCompilation.class.getClassLoader());
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Source> sources(List<GeneratedFile> files) {
        return files.stream().map(Source::new).toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE);
            this.content = file.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return content;
        }
    }
}
