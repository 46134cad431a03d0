package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a file that want quotes, as far as they are known, and the text in which YAML does not stumble over
 * them.
 */
final class Repairs {

    private static final int MOST = 25;

    private final SourceText source;
    private final TreeMap<Integer, UnquotedValue> values = new TreeMap<>();
    private int count;

    Repairs(SourceText source) {
        this.source = source;
    }

    /** Adds a value, which may contain others that are known; false where there are too many already. */
    boolean add(UnquotedValue value) {
        values.subMap(value.start(), value.end()).clear();
        values.put(value.start(), value);
        count++;
        return count <= MOST;
    }

    /** The value that begins at {@code start}. */
    Optional<UnquotedValue> at(int start) {
        return Optional.ofNullable(values.get(start));
    }

    /** All of them, by place. */
    List<UnquotedValue> values() {
        return List.copyOf(values.values());
    }

    /** The file's text with a word of the same length in the place of each value. */
    String text() {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (UnquotedValue value : values.values()) {
            text.append(source.text(copied, value.start())).append("x".repeat(value.end() - value.start()));
            copied = value.end();
        }
        return text.append(source.text(copied, source.length())).toString();
    }
}
