package com.acme.orders.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The project's README.
 *
 * @param text all of it
 */
record Readme(String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static Readme read() throws IOException {
        return new Readme(Files.readString(Path.of("../../README.md")));
    }

    /** What stands in its fenced blocks of one language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
