package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/** A part of a YAML file with its place: what YAML says, before anything is known of sagas. */
sealed interface YamlNode {

    /** The whole node, without the blanks and comments around it. */
    SourceLocation location();

    /** What messages call a node of its kind. */
    String kind();

    /**
     * Keys with their values, in the order written, each key once.
     *
     * @param damaged whether an entry could not be read, so that a key missing here may be no mistake
     */
    record Mapping(List<Entry> entries, boolean damaged, SourceLocation location) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        /** From the key to the end of the value. */
        SourceLocation location() {
            return key.location().to(value.location());
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, SourceLocation location) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A piece of text. What it means is for its place to say: {@code no} and {@code 007} are what was written.
     *
     * @param text without quotes, escapes resolved, lines folded
     * @param style how it was written
     * @param places where each of its characters stands
     * @param location the whole, with its quotes
     */
    record Scalar(String text, Style style, ScalarPlaces places, SourceLocation location) implements YamlNode {
        /** Whether nothing at all was written, as after {@code key:}. */
        boolean isMissing() {
            return style == Style.PLAIN && text.isEmpty();
        }

        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** What could not be read and is already reported. */
    record Unreadable(SourceLocation location) implements YamlNode {
        @Override
        public String kind() {
            return "unreadable";
        }
    }

    /** How a scalar was written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }
}
