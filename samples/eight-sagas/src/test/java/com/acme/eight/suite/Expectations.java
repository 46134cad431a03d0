package com.acme.eight.suite;

import static java.util.stream.Collectors.toMap;

import com.acme.eight.sagas.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of {@code eight-runs.md}, each under its title: how each of the eight takes it. */
final class Expectations {

    private final Map<String, List<String>> tables;

    private Expectations(String text) {
        this.tables = Arrays.stream(text.split("(?m)^## ", -1))
                .skip(1)
                .map(section -> section.lines().toList())
                .collect(toMap(lines -> lines.get(0), Expectations::rows));
    }

    static Expectations read() {
        try (InputStream file =
                Objects.requireNonNull(Expectations.class.getResourceAsStream("/eight-runs.md"), "eight-runs.md")) {
            return new Expectations(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> rows(List<String> section) {
        return section.stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| saga"))
                .toList();
    }

    /** What is tried. */
    Map<String, List<String>> tables() {
        return tables;
    }

    /** The row of one saga. */
    String row(String title, Pattern pattern) {
        return tables.getOrDefault(title, List.of()).stream()
                .filter(row -> row.startsWith("| " + pattern.title() + " "))
                .findFirst()
                .orElse("no row for " + pattern.title() + " under \"" + title + "\"");
    }
}
