package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Text;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import dev.skald.dsl.syntax.yaml.YamlNode.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads single values, each as the kind of thing that its place asks for; {@code what} is what messages call the place.
 */
final class Values {

    private static final String DURATION_HELP =
            "a duration is a number with its unit, such as `500ms`, `10s`, `5m`, `24h` or `7d`, or a sum such as `1h30m`";

    private static final int LONGEST_NAME = 100;

    private final Diagnostics diagnostics;

    Values(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A reader of a mapping's keys; a missing one is reported at the mapping's first. */
    MappingReader keys(Mapping mapping, String owner, Keys keys) {
        SourceLocation place = mapping.entries().isEmpty()
                ? mapping.location()
                : mapping.entries().get(0).key().location();
        return keys(mapping, owner, place, keys);
    }

    /** A reader of a mapping's keys; a missing one is reported at {@code place}. */
    MappingReader keys(Mapping mapping, String owner, SourceLocation place, Keys keys) {
        return new MappingReader(mapping, owner, place, keys, this, diagnostics);
    }

    /** A reader of what is declared under a name; where that cannot be read, the name is kept and nothing is missed. */
    MappingReader body(Entry entry, String kind, Keys keys) {
        String owner = kind + " " + Mistakes.quoted(entry.key().text());
        return keys(body(entry, owner), owner, entry.key().location(), keys);
    }

    /** What is declared under a name; a damaged mapping where it cannot be read. */
    Mapping body(Entry entry, String owner) {
        if (entry.value() instanceof Scalar scalar && scalar.isMissing()) {
            diagnostics.report(Mistakes.noValue(entry.key())
                    .withHelp("where there is nothing to say it is `{}`")
                    .withFix(scalar.location(), " {}"));
            return new Mapping(List.of(), true, entry.location());
        }
        return mapping(entry.value(), owner).orElseGet(() -> new Mapping(List.of(), true, entry.location()));
    }

    /** The value of an entry; empty, and reported, where nothing was written. */
    Optional<YamlNode> present(Entry entry) {
        if (entry.value() instanceof Scalar scalar && scalar.isMissing()) {
            diagnostics.report(Mistakes.noValue(entry.key()));
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    Optional<Mapping> mapping(YamlNode node, String what) {
        return node instanceof Mapping mapping ? Optional.of(mapping) : wrongKind(node, what, "a mapping");
    }

    Optional<Sequence> sequence(YamlNode node, String what) {
        if (node instanceof Scalar scalar) {
            String list = "[" + scalar.text() + "]";
            Diagnostic wrong =
                    Mistakes.wrongKind(node, what, "a list").withHelp("a list of one is written `" + list + "`");
            diagnostics.report(scalar.text().matches("[A-Za-z0-9_.*]+") ? wrong.withFix(node.location(), list) : wrong);
            return Optional.empty();
        }
        return node instanceof Sequence sequence ? Optional.of(sequence) : wrongKind(node, what, "a list");
    }

    Optional<Scalar> scalar(YamlNode node, String what) {
        return node instanceof Scalar scalar ? Optional.of(scalar) : wrongKind(node, what, "a single value");
    }

    /** Text as it is, in which nothing is computed. */
    Text text(Scalar scalar, String what) {
        int open = Templates.next(scalar.text(), 0);
        if (open >= 0) {
            SourceLocation place = scalar.places().location(open, open + Templates.OPEN.length());
            diagnostics.report(Mistakes.unexpected(place, what + " is plain text, and a `${` has no meaning in it")
                    .withHelp("a `${` that is text is written `$${`")
                    .withFix(place, Templates.ESCAPED));
        }
        return new Text(Templates.unescaped(scalar.text()), scalar.location());
    }

    Name name(Scalar scalar) {
        return name(scalar.text(), scalar.location());
    }

    QualifiedName qualifiedName(Scalar scalar) {
        return qualifiedName(scalar, 0, scalar.text().length());
    }

    /** The name that stands in a scalar's text from {@code from} to before {@code to}. */
    QualifiedName qualifiedName(Scalar scalar, int from, int to) {
        List<Name> parts = new ArrayList<>();
        int start = from;
        for (int index = from; index <= to; index++) {
            if (index == to || scalar.text().charAt(index) == '.') {
                parts.add(name(
                        scalar.text().substring(start, index), scalar.places().location(start, index)));
                start = index + 1;
            }
        }
        return new QualifiedName(parts);
    }

    /** One of {@code words}; the nearest of them, and a finding, where another word is nearly one of them. */
    Optional<String> word(Scalar scalar, String what, List<String> words) {
        if (words.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        String list = words.stream().map(Mistakes::quoted).collect(Collectors.joining(", "));
        Optional<String> meant = Suggestions.nearest(scalar.text(), words);
        Diagnostic wrong = Mistakes.wrongValue(scalar, what, "one of " + list);
        diagnostics.report(meant.map(near -> wrong.withHelp("the word with a similar name is " + Mistakes.quoted(near)))
                .orElse(wrong)
                .replacedBy(meant));
        return meant;
    }

    boolean flag(Scalar scalar, String what) {
        if (!scalar.text().equals("true") && !scalar.text().equals("false")) {
            diagnostics.report(Mistakes.wrongValue(scalar, what, "`true` or `false`"));
        }
        return scalar.text().equals("true");
    }

    Optional<Located<Integer>> wholeNumber(Scalar scalar, String what) {
        if (!scalar.text().matches("[0-9]+")) {
            diagnostics.report(Mistakes.wrongValue(scalar, what, "a whole number"));
            return Optional.empty();
        }
        try {
            return Optional.of(new Located<>(Integer.parseInt(scalar.text()), scalar.location()));
        } catch (NumberFormatException e) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.TYPE_RANGE, scalar.location(), Mistakes.quoted(scalar.text()) + " is too large here"));
            return Optional.empty();
        }
    }

    Optional<Located<Double>> number(Scalar scalar, String what) {
        if (!scalar.text().matches("[0-9]+(\\.[0-9]+)?")) {
            diagnostics.report(Mistakes.wrongValue(scalar, what, "a number"));
            return Optional.empty();
        }
        return Optional.of(new Located<>(Double.parseDouble(scalar.text()), scalar.location()));
    }

    Optional<Located<Duration>> duration(Scalar scalar, String what) {
        return duration(scalar, 0, scalar.text().length(), what);
    }

    /** The duration that stands in a scalar's text from {@code from} to before {@code to}. */
    Optional<Located<Duration>> duration(Scalar scalar, int from, int to, String what) {
        boolean isWhole = from == 0 && to == scalar.text().length();
        SourceLocation location = isWhole ? scalar.location() : scalar.places().location(from, to);
        String text = scalar.text().substring(from, to);
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            String found = text.isEmpty() ? "nothing" : Mistakes.quoted(text);
            diagnostics.report(Mistakes.unexpected(location, what + " is a duration, not " + found)
                    .withHelp(DURATION_HELP));
        }
        return duration.map(value -> new Located<>(value, location));
    }

    private Name name(String text, SourceLocation location) {
        if (text.length() > LONGEST_NAME) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_IDENTIFIER,
                    location,
                    "the name " + Mistakes.quoted(text) + " is longer than " + LONGEST_NAME + " characters"));
        }
        return new Name(text, location);
    }

    private <T> Optional<T> wrongKind(YamlNode node, String what, String expected) {
        if (!(node instanceof Unreadable)) {
            diagnostics.report(Mistakes.wrongKind(node, what, expected));
        }
        return Optional.empty();
    }
}
