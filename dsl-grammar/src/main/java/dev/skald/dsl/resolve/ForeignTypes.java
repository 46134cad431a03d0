package dev.skald.dsl.resolve;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as other languages name them, for those who come from there. */
final class ForeignTypes {

    private static final String LIST = "a list is written `list<T>`";

    /** What is meant, by the name in lower case. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("integer", "a whole number is an `int`, or a `long`"),
            Map.entry("number", "a number is an `int`, a `long`, a `decimal` or a `double`"),
            Map.entry("boolean", "it is called `bool`"),
            Map.entry("bigdecimal", "it is called `decimal`"),
            Map.entry("money", "an amount is a `decimal`, or a record of your own"),
            Map.entry("float", "it is called `double`; an amount of money is a `decimal`"),
            Map.entry("text", "it is called `string`"),
            Map.entry("char", "it is called `string`"),
            Map.entry("guid", "it is called `uuid`"),
            Map.entry("localdate", "it is called `date`"),
            Map.entry("datetime", "a point in time is an `instant`"),
            Map.entry("timestamp", "a point in time is an `instant`"),
            Map.entry("localdatetime", "a point in time is an `instant`"),
            Map.entry("offsetdatetime", "a point in time is an `instant`"),
            Map.entry("zoneddatetime", "a point in time is an `instant`"),
            Map.entry("time", "a point in time is an `instant`, a length of time a `duration`"),
            Map.entry("object", "a value of any form is a `json`"),
            Map.entry("any", "a value of any form is a `json`"),
            Map.entry("jsonnode", "it is called `json`"),
            Map.entry("list", LIST),
            Map.entry("array", LIST),
            Map.entry("set", LIST),
            Map.entry("map", "a map is written `map<string, T>`"),
            Map.entry("optional", "what may be absent is written `T?`"),
            Map.entry("void", "an operation without a result names none"));

    private static final Pattern WORD = Pattern.compile("(?:it is called|a point in time is an) `(\\w+)`.*");

    private ForeignTypes() {}

    /** The type itself, where a type of that name is one and no other. */
    static Optional<String> word(String name) {
        return help(name).map(WORD::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** What a type of that name is called here. */
    static Optional<String> help(String name) {
        return name.endsWith("[]")
                ? Optional.of("a list is written `list<" + name.substring(0, name.length() - 2) + ">`")
                : Optional.ofNullable(MEANT.get(name.toLowerCase(Locale.ROOT)));
    }
}
