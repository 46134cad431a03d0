package dev.skald.dsl.syntax.yaml;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys that a kind of mapping may have.
 *
 * @param allowed those that mean something
 * @param reserved those that will mean something later
 * @param explained those that somebody may write instead, each with what to do
 */
record Keys(List<String> allowed, List<String> reserved, Map<String, String> explained) {

    static Keys of(String... allowed) {
        return new Keys(List.of(allowed), List.of(), Map.of());
    }

    Keys and(List<String> more) {
        return new Keys(Stream.concat(allowed.stream(), more.stream()).toList(), reserved, explained);
    }

    Keys reserving(String... words) {
        return new Keys(allowed, List.of(words), explained);
    }

    Keys explaining(Map<String, String> words) {
        return new Keys(allowed, reserved, words);
    }
}
