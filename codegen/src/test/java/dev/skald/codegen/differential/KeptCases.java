package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.plan.SagaPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of sagas that once did not do what their plans mean: each in a file of its own that is called as the saga,
 * and beside it what happened in it.
 */
final class KeptCases {

    private static final Path FOLDER = Path.of("src/test/resources/differential");
    private static final String SAGA = ".saga";
    private static final String SCRIPT = ".script";

    private KeptCases() {}

    /** Keeps a case; answers what it is called. */
    static String keep(Found found) throws IOException {
        String name = "Found%08x%s"
                .formatted(
                        (found.text("Same") + found.script()).hashCode(),
                        found.pattern().title().replace(" ", ""));
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + SAGA), found.text(name));
        ScriptText script = new ScriptText(found.script(), found.mischief());
        Files.write(FOLDER.resolve(name + SCRIPT), script.lines());
        return name;
    }

    /** The names of all that are kept. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SAGA))
                    .map(file -> file.substring(0, file.length() - SAGA.length()))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names;
        }
    }

    /** The files of sagas. */
    static List<String> texts(List<String> names) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(Files.readString(FOLDER.resolve(name + SAGA)));
        }
        return texts;
    }

    /** What is to be run again of a saga. */
    static Run run(SagaPlan plan) {
        try {
            ScriptText text = ScriptText.parse(
                    Files.readAllLines(FOLDER.resolve(plan.name().simpleName() + SCRIPT)));
            return new Run(plan, text.script(), text.mischief());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
