package dev.skald.dsl.syntax.yaml;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that a kind of mapping may have.
 *
 * @param allowed those that mean something
 * @param reserved those that will mean something later
 */
record Keys(List<String> allowed, List<String> reserved) {

    static Keys of(String... allowed) {
        return new Keys(List.of(allowed), List.of());
    }

    Keys and(List<String> more) {
        return new Keys(Stream.concat(allowed.stream(), more.stream()).toList(), reserved);
    }

    Keys reserving(String... words) {
        return new Keys(allowed, List.of(words));
    }
}
