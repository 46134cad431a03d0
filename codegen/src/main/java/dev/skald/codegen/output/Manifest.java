package dev.skald.codegen.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Skald has written into a folder: paths, and the hashes of what it wrote there. Between the beginning and the end
 * of writing, a path has the hash of the old content and that of the new.
 */
final class Manifest {

    private static final String HEADING =
            "# What Skald has generated here. It deletes these files when their definition is gone.\n";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (.+)");

    private final SortedMap<String, SortedSet<String>> hashes = new TreeMap<>();

    /** A manifest of nothing. */
    Manifest() {}

    /** The manifest that {@link #bytes()} wrote; lines that mean nothing are left out. */
    static Manifest parse(String text) {
        Manifest manifest = new Manifest();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> manifest.add(line.group(2), line.group(1)));
        return manifest;
    }

    /** What is known of a file's content. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Adds a file, or another content of it. */
    void add(String path, String hash) {
        hashes.computeIfAbsent(path, any -> new TreeSet<>()).add(hash);
    }

    /** Adds all of another manifest. */
    void addAll(Manifest other) {
        other.hashes.forEach((path, contents) -> contents.forEach(hash -> add(path, hash)));
    }

    /** The files. */
    Set<String> paths() {
        return hashes.keySet();
    }

    /** Whether Skald has written a file there. */
    boolean lists(String path) {
        return hashes.containsKey(path);
    }

    /** Whether the file is still as Skald has written it. */
    boolean wrote(String path, byte[] content) {
        return hashes.getOrDefault(path, new TreeSet<>()).contains(hash(content));
    }

    /** The manifest as bytes: one line for each content of each file. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADING);
        for (Map.Entry<String, SortedSet<String>> file : hashes.entrySet()) {
            file.getValue()
                    .forEach(hash ->
                            text.append(hash).append(' ').append(file.getKey()).append('\n'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
